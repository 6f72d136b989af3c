import type { UseAgainstDevelopment, UseLoad } from '../assessment/assessment.js';
import type { Diagnostic } from '../assessment/diagnostic.js';
import type { ComponentId, PhaseKind, StateKind } from '../assessment/ids.js';
import type { Quantity } from '../units/quantity.js';

/** Models on a common boundary: plain JSON, from which every page, table and chart of a comparison is made. */
export interface Comparison {
  readonly schemaVersion: '1.0';
  /** The models, in the order that was asked for. */
  readonly models: readonly ComparedModel[];
  /** What is compared: the parts of development that every compared model counts. */
  readonly common: readonly Cell[];
  /** Each part of development that some model counts, with its state in each model. */
  readonly matrix: readonly MatrixRow[];
  /** Pairs whose intervals on the common boundary overlap: neither is ranked above the other. */
  readonly notRanked: readonly (readonly [string, string])[];
  /** The load that use is compared with development at, where one was asked for; else each model has its own. */
  readonly load?: AskedLoad | undefined;
  /** Pairs of models whose days until use outgrows development are not ranked: intervals overlap, or different parts are compared. */
  readonly useNotRanked: readonly (readonly [string, string])[];
  /** Warnings of the assessments, each with the file that it is of. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A part of a footprint: a component of a kind of phase. */
export interface Cell {
  readonly phase: PhaseKind;
  readonly component: ComponentId;
}

/**
 * What became of a part in a model: as in an assessment, or `partly` where some phases of the kind count it and others do not, or
 * `unknown` where the model records no phase of the kind, or gives a published total alone.
 */
export type CellState = StateKind | 'partly' | 'unknown';

export interface MatrixRow extends Cell {
  readonly isCommon: boolean;
  /** By model, in the order of `models`. */
  readonly states: readonly MatrixState[];
}

export interface MatrixState {
  readonly state: CellState;
  /** Where it is counted by itself. */
  readonly emissions?: Quantity<'kgCO2e'> | undefined;
  /** For `included`: the component of the same phase that it is inside of. */
  readonly in?: ComponentId | undefined;
  /** Why it is not counted. */
  readonly reason?: string | undefined;
}

export interface ComparedModel {
  /** Unique in the comparison. */
  readonly key: string;
  readonly name: string;
  readonly origin: 'library' | 'manifest' | 'assessment';
  readonly parameters?: number | undefined;
  /** What the publication of a model of the library prints, and what somebody who compares it has to know. */
  readonly publication?: { readonly cite: string; readonly printed: readonly string[]; readonly remark?: string | undefined } | undefined;
  /** All of development that the model counts, whatever that is. */
  readonly counted?: Figures | undefined;
  /** Development on the common boundary; absent where the model can't be compared. */
  readonly common?: CommonFigures | undefined;
  /** Why it can't be compared. */
  readonly outside?: Outside | undefined;
  /** Deployment, as far as it is recorded. */
  readonly use?: UseFigures | undefined;
}

/** `no-phase`: it records no phase of the kind that is compared; `published-total`: the parts of that phase are unknown. */
export interface Outside {
  readonly kind: 'no-phase' | 'published-total' | 'nothing-common';
  /** The kind of phase that most models have. */
  readonly phase: PhaseKind;
}

export interface Figures {
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy?: Quantity<'kWh'> | undefined;
}

export interface CommonFigures extends Figures {
  /** Parts that are inside the model's figure and are not common: it is larger by them. */
  readonly holds: readonly Cell[];
  /** Against the first model that can be compared: absent for that one. */
  readonly against?: Against | undefined;
  /** Kinds of grid intensities that it was calculated with: `life-cycle`, `direct`, `not stated`. */
  readonly gridBasis: readonly string[];
  /** Per unit of what the model gives. */
  readonly per: { readonly [Unit in NormalUnit]?: Quantity<'kgCO2e'> };
}

/** Parameters and training tokens by the billion, operations by 10²¹ FLOP, GPU-hours. */
export const normalUnits = ['parameters', 'tokens', 'operations', 'accelerator-hours'] as const;
export type NormalUnit = (typeof normalUnits)[number];

export interface Against {
  /** Key of the other model. */
  readonly key: string;
  /** Its own emissions less those of the other; what both share cancels in the interval. */
  readonly difference: Quantity<'kgCO2e'>;
  /** Its own emissions as a multiple of those of the other; absent where the other emitted nothing. */
  readonly ratio?: Quantity<''> | undefined;
  /** Whether the intervals of the two overlap; `unknown` where one has none. */
  readonly intervals: 'apart' | 'overlapping' | 'unknown';
  /** Whether neither of the two figures holds a part that the other does not. */
  readonly isLikeForLike: boolean;
}

export interface UseFigures extends Figures {
  readonly perRequest?: Quantity<'kgCO2e'> | undefined;
  readonly perToken?: Quantity<'kgCO2e'> | undefined;
  /** Which tokens: `output`. */
  readonly which?: string | undefined;
  readonly components: readonly ComponentId[];
  /** Use against the model's own development; absent where development is not recorded, or they have no part in common. */
  readonly against?: UseAgainst | undefined;
}

/** A load for all models. */
export type AskedLoad = Pick<UseLoad, 'requests' | 'tokens' | 'which'>;

/** Use against development, at the load of the comparison or the model's own. */
export interface UseAgainst extends Omit<UseAgainstDevelopment, 'onlyDevelopment' | 'onlyUse' | 'conventions' | 'date'> {
  /** Unknown of an assessment of an older version. */
  readonly onlyDevelopment?: readonly ComponentId[] | undefined;
  readonly onlyUse?: readonly ComponentId[] | undefined;
  /** What the deployment does not state, so that the asked load says nothing. */
  readonly lacks?: 'requests' | 'tokens' | undefined;
}
