import type { Quantity } from '../units/quantity.js';
import type { Diagnostic } from './diagnostic.js';

/** What was done. In the order of a model's life, which is the order of every report. */
export const phaseKinds = ['data', 'experiments', 'training', 'finetuning', 'evaluation', 'deployment'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** Why it emitted. In the order of every report: hardware, then electricity from the machine outwards. */
export const componentIds = ['embodied', 'dynamic', 'idle', 'overhead'] as const;
export type ComponentId = (typeof componentIds)[number];

/** The rung of evidence that a line rests on, best first. */
export const bases = ['measured', 'modelled', 'declared', 'assumed'] as const;
export type Basis = (typeof bases)[number];

/** Where the meter was, narrowest first. */
export const measurementBoundaries = ['accelerator', 'components', 'node', 'facility'] as const;
export type MeasurementBoundary = (typeof measurementBoundaries)[number];

/** What a line's figure covers: a meter's position, `unstated` where the manifest does not say, `cradle-to-gate` for embodied. */
export type LineBoundary = MeasurementBoundary | 'unstated' | 'cradle-to-gate';

/** Impact categories beside climate and water: abiotic resource depletion and primary energy, of electricity alone. */
export const impactCategories = ['adpe', 'primary-energy'] as const;
export type ImpactCategory = (typeof impactCategories)[number];
export const impactUnits = { 'adpe': 'kgSbeq', 'primary-energy': 'MJ' } as const satisfies Record<ImpactCategory, string>;
export type Impacts = { readonly [C in ImpactCategory]?: Quantity<(typeof impactUnits)[C]> };

/** A number that entered a line, in the unit that the formula takes. */
export interface LineInput {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Row of the default ranges that gave low and high; absent where the manifest or the source gives them. */
  readonly range?: string | undefined;
  /** A count or a convention, which needs no range. */
  readonly exact?: true | undefined;
  /** Id of an entry of `sources`. */
  readonly source: string;
  readonly basis: Basis;
  /** The publication's relation to the figure where it is not printed there: `inferred`, `back-calculated`. */
  readonly origin?: string | undefined;
  /** Where the manifest has it: path, line and column. */
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** One step of a line's arithmetic. */
export interface LineStep {
  /** `dynamic energy` */
  readonly name: string;
  /** `accelerator-hours × power` */
  readonly formula: string;
  /** `1,082,990 h × 400 W = 433,196 kWh`; the result alone where there is nothing to calculate. */
  readonly numbers: string;
}

/** A named share of a line, as servers and accelerators of the embodied line. */
export interface LinePart {
  readonly name: string;
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy?: Quantity<'kWh'> | undefined;
}

/** One phase × component: all that a footprint consists of. */
export interface Line {
  /** `phase.component`, or `phase.name.component`. */
  readonly id: string;
  readonly phase: PhaseKind;
  readonly name?: string | undefined;
  readonly component: ComponentId;
  /** Location-based. */
  readonly emissions: Quantity<'kgCO2e'>;
  /** Market-based; on every line where any phase states contracts, a claim or a residual mix, else on none. */
  readonly emissionsMarket?: Quantity<'kgCO2e'> | undefined;
  /** Absent on embodied lines, which draw no electricity of the run. */
  readonly energy?: Quantity<'kWh'> | undefined;
  readonly water?: Quantity<'L'> | undefined;
  /** Further categories, where the manifest asks for them and a figure is known. */
  readonly impacts?: Impacts | undefined;
  /** Share of the emissions of the total that the line belongs to (development or deployment), 0 to 1; absent where that total is 0. */
  readonly share?: number | undefined;
  readonly basis: Basis;
  readonly boundary: LineBoundary;
  /** In the names of the inputs: `accelerator-hours × power × grid intensity`. */
  readonly formula: string;
  /** The same step by step, by name and with numbers. */
  readonly steps: readonly LineStep[];
  readonly inputs: readonly LineInput[];
  readonly parts?: readonly LinePart[] | undefined;
  readonly notes: readonly string[];
}

export type StateKind = 'counted' | 'included' | 'not-counted' | 'not-applicable';

/** What became of one phase × component. */
export interface State {
  readonly phase: PhaseKind;
  readonly name?: string | undefined;
  readonly component: ComponentId;
  readonly state: StateKind;
  /** For `included`: the id of the line that holds it. */
  readonly in?: string | undefined;
  readonly reason?: string | undefined;
}

/** Something of the life cycle that no line covers, as failed runs or end of life. */
export interface Omission {
  readonly id: string;
  readonly what: string;
  readonly reason: string;
}

export interface ComponentTotal {
  readonly component: ComponentId;
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy?: Quantity<'kWh'> | undefined;
  readonly share?: number | undefined;
}

export interface Total {
  /** Location-based. */
  readonly emissions: Quantity<'kgCO2e'>;
  /** Embodied unchanged, all electricity market-based. */
  readonly emissionsMarket?: Quantity<'kgCO2e'> | undefined;
  /** Absent where no line of it draws electricity. */
  readonly energy?: Quantity<'kWh'> | undefined;
  /** Absent where no line of it has water. */
  readonly water?: Quantity<'L'> | undefined;
  readonly impacts?: Impacts | undefined;
  readonly components: readonly ComponentTotal[];
}

export interface PerRequest {
  readonly emissions: Quantity<'kgCO2e'>;
  readonly emissionsMarket?: Quantity<'kgCO2e'> | undefined;
  readonly energy?: Quantity<'kWh'> | undefined;
  readonly water?: Quantity<'L'> | undefined;
  readonly requests: number;
  /** Only what is counted is in the figure. */
  readonly components: readonly ComponentId[];
}

export interface PerToken {
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy?: Quantity<'kWh'> | undefined;
  readonly tokens: number;
  /** Which tokens are meant, as the manifest says: `output`. */
  readonly which?: string | undefined;
}

export interface DeploymentTotal extends Total {
  readonly period?: Quantity<'h'> | undefined;
  /** Only where every deployment phase states its requests. */
  readonly perRequest?: PerRequest | undefined;
  /** Only where every deployment phase states its tokens. */
  readonly perToken?: PerToken | undefined;
}

export interface LifecycleTotal extends Total {
  readonly period: Quantity<'h'>;
}

/** Requests after which deployment has emitted as much as development, by what both sides count. */
export interface BreakEven {
  readonly requests: number;
  /** What stands against what: making hardware, electricity, or both. */
  readonly compares: readonly ('embodied' | 'electricity')[];
  /** Components of these that one side or the other has. */
  readonly components: readonly ComponentId[];
  readonly development: Quantity<'kgCO2e'>;
  readonly perRequest: Quantity<'kgCO2e'>;
  /** Days at the load of the stated period; absent without a period. */
  readonly days?: number | undefined;
}

export interface PlaceFacts {
  /** As a reader would say it: `France`, `Google Cloud us-central1`. */
  readonly label: string;
  readonly country?: string | undefined;
  readonly cloud?: string | undefined;
  readonly region?: string | undefined;
}

export interface GridFacts {
  readonly intensity: Quantity<'gCO2e/kWh'>;
  readonly year?: number | undefined;
  readonly zone?: string | undefined;
  /** `life-cycle` or `direct`; absent where the source does not say. */
  readonly lifeCycle?: string | undefined;
  readonly basis: Basis;
  readonly origin?: string | undefined;
  readonly source: string;
  readonly market?: MarketFacts | undefined;
  /** Other published figures for the same place and year; never mixed in. */
  readonly alternatives?: readonly GridAlternative[] | undefined;
}

export interface MarketFacts {
  readonly intensity: Quantity<'gCO2e/kWh'>;
  /** A contract, a provider's claim to have matched its electricity, or the mix that no contract covers. */
  readonly kind: 'contract' | 'claim' | 'residual mix';
  readonly source: string;
}

export interface GridAlternative {
  readonly title: string;
  readonly intensity: Quantity<'gCO2e/kWh'>;
  readonly year?: number | undefined;
  /** `life-cycle, average, consumption mix, location-based` */
  readonly kind: string;
  readonly source: string;
}

/** What a reader wants to know of a phase, beside its lines. */
export interface PhaseFacts {
  readonly phase: PhaseKind;
  readonly name?: string | undefined;
  /** `Training`, `Training (104B)`. */
  readonly title: string;
  readonly device?: string | undefined;
  readonly accelerators?: number | undefined;
  readonly acceleratorHours?: Quantity<'h'> | undefined;
  readonly power?: Quantity<'W'> | undefined;
  readonly runHours?: Quantity<'h'> | undefined;
  readonly duration?: Quantity<'h'> | undefined;
  readonly place?: PlaceFacts | undefined;
  readonly grid?: GridFacts | undefined;
  readonly pue?: number | undefined;
  readonly requests?: number | undefined;
  readonly year?: number | undefined;
  /** What the hours include beside the final run, as the user says: `restarts`. */
  readonly includes?: readonly string[] | undefined;
  readonly systemBoundary: readonly ComponentId[];
}

/** Where a figure comes from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly year?: number | undefined;
  readonly licence?: string | undefined;
}

/** Offsets that were bought or retired: a third thing, never subtracted. */
export interface Offsets {
  readonly emissions: Quantity<'kgCO2e'>;
  readonly source: string;
}

/** A row of the default ranges that an input took. */
export interface RangeTaken {
  readonly id: string;
  readonly title: string;
  /** `±10 %`, `×/÷ 1.25` */
  readonly size: string;
  readonly note: string;
}

/** The same embodied emissions by the other convention, side by side; never a part of a total. */
export interface EmbodiedAlternative {
  /** Id of the line that it stands beside. */
  readonly line: string;
  readonly convention: 'occupancy' | 'calendar';
  readonly emissions: Quantity<'kgCO2e'>;
}

export interface Contribution {
  /** Name of the input, as in the lines. */
  readonly input: string;
  readonly path?: string | undefined;
  /** Titles of the phases that it is an input of. */
  readonly phases?: readonly string[] | undefined;
  readonly value?: number | undefined;
  readonly unit?: string | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly basis?: Basis | undefined;
  /** Row of the default ranges, where its range is one of ours. */
  readonly range?: string | undefined;
  /** Share of the variance of the total, 0 to 1. */
  readonly share: number;
}

/** Everything that the reports say, as plain JSON. Made by `assess`; all after it only reads it. */
export interface Assessment {
  readonly schemaVersion: '1.0';
  readonly model: {
    readonly id?: string | undefined;
    readonly name: string;
    readonly slug: string;
    readonly parameters?: number | undefined;
    readonly cite?: string | undefined;
    readonly url?: string | undefined;
  };
  readonly report: {
    /** ISO date, from the manifest or SOURCE_DATE_EPOCH; never from the clock. */
    readonly date?: string | undefined;
    readonly authors: readonly string[];
    readonly paper: 'a4' | 'letter';
    readonly language: string;
  };
  /** Embodied convention per use; `factors` is the edition of our own tables. */
  readonly method: {
    /** The headline's; `both` where market-based figures stand beside it. */
    readonly electricity: 'location-based' | 'both';
    /** Draws behind the intervals; absent where none has one. */
    readonly draws?: number | undefined;
    readonly embodied?: 'occupancy' | 'calendar' | 'both' | undefined;
    readonly factors: string;
  };
  readonly totals: {
    /** Absent where no phase but deployment is recorded: nothing is known of it, which is not 0. */
    readonly development?: Total | undefined;
    readonly deployment?: DeploymentTotal | undefined;
    /** Only where every deployment phase states its period. */
    readonly lifecycle?: LifecycleTotal | undefined;
  };
  readonly breakEven?: BreakEven | undefined;
  readonly phases: readonly PhaseFacts[];
  readonly lines: readonly Line[];
  readonly states: readonly State[];
  readonly omissions: readonly Omission[];
  readonly embodiedAlternatives: readonly EmbodiedAlternative[];
  readonly offsets?: Offsets | undefined;
  /** Default ranges that inputs took, in the order of their table. */
  readonly ranges?: readonly RangeTaken[] | undefined;
  /** What the interval of the headline total comes from, largest first; absent without an interval. */
  readonly contributions?: readonly Contribution[] | undefined;
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}
