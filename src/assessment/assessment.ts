import type { BaseModel } from './base-model.js';
import type { Diagnostic } from './diagnostic.js';
import type { Line } from './line.js';
import type { ComputeFacts, PhaseFacts, PublicationFacts, SoftwareFacts } from './phase-facts.js';
import type { Contribution, Offsets, RangeTaken, Source } from './sources.js';
import type { EmbodiedAlternative, EmbodiedByLifetime, Omission, State } from './states.js';
import type { BreakEven, DeploymentTotal, Equivalent, LifecycleTotal, Total, UseAgainstDevelopment } from './totals.js';

export type * from './base-model.js';
export type * from './ids.js';
export type * from './line.js';
export type * from './phase-facts.js';
export type * from './sources.js';
export type * from './states.js';
export type * from './totals.js';

/** The footprint of a model: everything that the reports say, as plain JSON. */
export interface Assessment {
  /** Version of this format. */
  readonly schemaVersion: '1.0';
  /** The model that is assessed. */
  readonly model: ModelFacts;
  /** The report itself. */
  readonly report: ReportFacts;
  /** How the figures were calculated. */
  readonly method: MethodFacts;
  /** Software of the runs, where the manifest states it. */
  readonly software?: SoftwareFacts | undefined;
  /** The sums. */
  readonly totals: Totals;
  /** Requests after which deployment has emitted as much as development; absent where they cannot be compared. */
  readonly breakEven?: BreakEven | undefined;
  /** Use against development, over requests, tokens and days; absent where they cannot be compared. */
  readonly useAgainstDevelopment?: UseAgainstDevelopment | undefined;
  /** The headline total in everyday terms, where the manifest asks for them. */
  readonly equivalents?: readonly Equivalent[] | undefined;
  /** Facts on each phase, in the order of a model's life. */
  readonly phases: readonly PhaseFacts[];
  /** One line for each phase × component that is counted; they add up to the totals. */
  readonly lines: readonly Line[];
  /** What happened to each phase × component. */
  readonly states: readonly State[];
  /** Models that this one was made from: by reference, in no total. */
  readonly baseModels?: readonly BaseModel[] | undefined;
  /** Parts of the life cycle that no line covers. */
  readonly omissions: readonly Omission[];
  /** Embodied emissions by the other convention, for comparison. */
  readonly embodiedAlternatives: readonly EmbodiedAlternative[];
  /** Embodied emissions by other lifetimes, for the lines whose lifetime is the default. */
  readonly embodiedByLifetime?: readonly EmbodiedByLifetime[] | undefined;
  /** Offsets that were bought or retired: shown separately, never subtracted. */
  readonly offsets?: Offsets | undefined;
  /** Default ranges that inputs took, in the order of their table. */
  readonly ranges?: readonly RangeTaken[] | undefined;
  /** What the uncertainty of the headline total consists of, largest first; absent without an interval. */
  readonly contributions?: readonly Contribution[] | undefined;
  /** Where the numbers come from. */
  readonly sources: readonly Source[];
  /** Warnings, defaults and assumptions. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The model that is assessed. */
export interface ModelFacts {
  /** Id on the Hub: `bigscience/bloom`. */
  readonly id?: string | undefined;
  /** Name for readers. */
  readonly name: string;
  /** Folder of the report. */
  readonly slug: string;
  /** Number of parameters. */
  readonly parameters?: number | undefined;
  /** Floating-point operations of a benchmark of inference. */
  readonly inferenceFlops?: ComputeFacts | undefined;
  /** How to cite the model. */
  readonly cite?: string | undefined;
  /** Where the model is published. */
  readonly url?: string | undefined;
  /** Version of the model. */
  readonly version?: string | undefined;
  /** ISO date of its release. */
  readonly released?: string | undefined;
  /** Who publishes the model. */
  readonly supplier?: string | undefined;
}

/** The report itself. */
export interface ReportFacts extends PublicationFacts {
  /** ISO date, from the manifest or SOURCE_DATE_EPOCH; never from the clock. */
  readonly date?: string | undefined;
  /** Where the report is published. */
  readonly url?: string | undefined;
  /** Domain of the organisation that publishes it. */
  readonly domain?: string | undefined;
  /** Who made the assessment. */
  readonly authors: readonly string[];
  /** Paper of the PDF. */
  readonly paper: 'a4' | 'letter';
}

/** How the figures were calculated. */
export interface MethodFacts {
  /** How electricity is counted: location-based; `both` where market-based figures are given beside it. */
  readonly electricity: 'location-based' | 'both';
  /** Monte Carlo samples behind the intervals; absent where nothing has an interval. */
  readonly draws?: number | undefined;
  /** Convention for embodied emissions; absent where none are counted. */
  readonly embodied?: 'occupancy' | 'calendar' | 'both' | undefined;
  /** Edition of carboncard's factor tables. */
  readonly factors: string;
}

/** The sums of the lines. */
export interface Totals {
  /** All phases but deployment; absent where none is recorded, which does not mean 0. */
  readonly development?: Total | undefined;
  /** The deployment phases; absent where none is recorded. */
  readonly deployment?: DeploymentTotal | undefined;
  /** Development and deployment; present where every deployment phase states its period. */
  readonly lifecycle?: LifecycleTotal | undefined;
}
