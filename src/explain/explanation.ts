import type {
  BaseModel,
  Contribution,
  EmbodiedAlternative,
  Line,
  LineInput,
  LinePart,
  LineStep,
  Offsets,
  Omission,
  PerRequest,
  PerRequestOfPhase,
  PerToken,
  Source,
  State,
  Total,
  UseAgainstDevelopment,
} from '../assessment/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Quantity } from '../units/quantity.js';

export const totalIds = ['development', 'deployment', 'lifecycle'] as const;
export type TotalId = (typeof totalIds)[number];

/** A row of the table of default ranges, as far as a reader needs it. */
export interface RangeRow {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** An input of a line, with its range and source in place of their ids. */
export interface InputExplanation extends Omit<LineInput, 'range' | 'source'> {
  /** The default that gave the range; absent where manifest or source give it. */
  readonly range?: RangeRow | undefined;
  readonly source: Source;
  readonly file?: string | undefined;
}

/** One line, from its formula to the sources of its inputs. */
export interface LineExplanation extends Omit<Line, 'inputs' | 'parts'> {
  /** `Training (104B): dynamic` */
  readonly title: string;
  /** The total that `share` is of. */
  readonly shareOf: 'development' | 'deployment';
  readonly inputs: readonly InputExplanation[];
  readonly parts: readonly LinePart[];
  readonly alternatives: readonly EmbodiedAlternative[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A line as a term of a sum. */
export type Term = Pick<LineExplanation, 'id' | 'title' | 'emissions' | 'emissionsMarket' | 'share' | 'basis'>;

/** A sum with its terms: added up in this order, they are the sum to the last digit. */
export interface TotalExplanation
  extends Pick<Total, 'emissions' | 'emissionsMarket' | 'energy' | 'water' | 'impacts' | 'byBasis' | 'acceleratorsTimesPue'> {
  readonly id: TotalId;
  readonly period?: Quantity<'h'> | undefined;
  readonly perRequest?: PerRequest | undefined;
  readonly perPhase?: readonly PerRequestOfPhase[] | undefined;
  readonly perToken?: PerToken | undefined;
  readonly lines: readonly Term[];
  /** What the interval comes from, largest first; of the headline total alone. */
  readonly contributions?: readonly Contribution[] | undefined;
}

/** A component of a phase without a line, with the reason. */
export interface StateExplanation extends State {
  readonly id: string;
  readonly title: string;
  /** The size in words, where one is known: `about 470 MWh`. */
  readonly sizeText?: string | undefined;
}

/** A model that this one was made from, with its source in place of its id. */
export interface BaseModelExplanation extends Omit<BaseModel, 'source'> {
  readonly source?: Source | undefined;
}

/** Use against development, with the arithmetic of its days. */
export interface UseExplanation extends UseAgainstDevelopment {
  /** The load in words: `1 billion requests a year`. */
  readonly loadText?: string | undefined;
  readonly steps: readonly LineStep[];
  /** Of the load; absent where it is that of the deployment's period. */
  readonly source?: Source | undefined;
}

/** A source, and the inputs that rest on it. */
export interface SourceExplanation extends Source {
  readonly usedBy: readonly { readonly line: string; readonly input: string }[];
}

/** The formulas, inputs and sources of an assessment, or of the part that was asked for. Plain JSON. */
export interface Explanation {
  /** What was asked; absent for the whole. */
  readonly asked?: string | undefined;
  readonly model: { readonly id?: string | undefined; readonly name: string; readonly slug: string };
  readonly method: { readonly electricity: string; readonly embodied?: string | undefined; readonly factors: string };
  readonly file?: string | undefined;
  /** Titles of the phases whose electricity is a total as published, by the accounting of its source. */
  readonly published: readonly string[];
  readonly totals: readonly TotalExplanation[];
  /** After how much use it has emitted as much as development: of the whole, of the deployment, and where it is asked for. */
  readonly use?: UseExplanation | undefined;
  readonly lines: readonly LineExplanation[];
  readonly states: readonly StateExplanation[];
  /** Models that this one was made from, by reference: their figures are in no total. */
  readonly baseModels: readonly BaseModelExplanation[];
  readonly omissions: readonly Omission[];
  readonly sources: readonly SourceExplanation[];
  /** Bought or retired; never subtracted. */
  readonly offsets?: Offsets | undefined;
}
