import type { Assessment, ModelFacts } from '../assessment.js';
import type { Line } from '../line.js';
import type { ComputeFacts, GridFacts, MarketFacts, PhaseFacts } from '../phase-facts.js';
import type { EmbodiedAlternative, State } from '../states.js';

/** Some keys of a type, which a file may leave out. */
type May<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** A line as far as a file states it. */
export type StatedLine = Pick<Line, 'phase' | 'name' | 'component' | 'emissions' | 'energy'> & {
  readonly [K in 'id' | 'basis' | 'boundary' | 'inputs']?: Line[K] | undefined;
} & {
  /** What the line is most unsure by, where the file names it. */
  readonly unknown?: string | undefined;
};

/** The grid of a phase as far as a file states it. */
export type StatedGrid = May<Omit<GridFacts, 'market'>, 'basis' | 'source'> & {
  readonly market?: May<MarketFacts, 'kind' | 'source'> | undefined;
};

type StatedCompute = May<ComputeFacts, 'basis' | 'source'>;

/** A phase as far as a file states it. */
export type StatedPhase = Omit<May<PhaseFacts, 'title' | 'systemBoundary'>, 'grid' | 'flops'> & {
  readonly grid?: StatedGrid | undefined;
  readonly flops?: StatedCompute | undefined;
};

/** The model as far as a file states it. */
export type StatedModel = Omit<May<ModelFacts, 'slug'>, 'inferenceFlops'> & { readonly inferenceFlops?: StatedCompute | undefined };

/**
 * An assessment as far as a file states it: one of an older version, or one in the words of another format. What a manifest can't be
 * drafted without is required, everything else may be absent.
 */
export interface StatedAssessment extends Partial<Pick<Assessment, 'software' | 'baseModels' | 'offsets' | 'useAgainstDevelopment'>> {
  readonly model: StatedModel;
  readonly phases: readonly StatedPhase[];
  readonly lines: readonly StatedLine[];
  readonly states?: readonly State[] | undefined;
  readonly report?: Partial<Assessment['report']> | undefined;
  readonly sources?: readonly May<Assessment['sources'][number], 'title'>[] | undefined;
  readonly embodiedAlternatives?: readonly EmbodiedAlternative[] | undefined;
}
