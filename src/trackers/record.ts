import type { Basis, ComponentId, MeasurementBoundary, PhaseKind } from '../assessment/assessment.js';
import type { TrackerId } from './ids.js';

/**
 * What the energy of a run includes. `processors` is processors and memory alone, of a machine whose accelerators the tool names
 * and did not read: no energy of the whole, and never added to one.
 */
export type RunBoundary = MeasurementBoundary | 'processors';

/** Electricity of a run by what used it (kWh). `undefined` is not measured or not found; zero was measured. */
export interface EnergyParts {
  readonly gpu?: number | undefined;
  readonly cpu?: number | undefined;
  readonly ram?: number | undefined;
}

/**
 * What a log states for one run. All of it may be published: it has no user name, path, host, device id or coordinates.
 * What a log does not state is `undefined`.
 */
export interface RunRecord {
  readonly tracker: TrackerId;
  /** Version of the tool. */
  readonly version?: string | undefined;
  /** First and last line of the run in its log. */
  readonly lines: readonly [first: number, last: number];
  readonly project?: string | undefined;
  /** What the phase is called, where the log has phases with names. */
  readonly name?: string | undefined;
  /** The method, where a log has several measures of one task. They may be of the same energy, so they can't be added. */
  readonly alternative?: string | undefined;
  /** The kind of phase, where the log states it. */
  readonly phase?: PhaseKind | undefined;
  /** What the log suggests that the model is called, and that it was made from. */
  readonly model?: NamedModel | undefined;
  /** What a person wrote in a model card, in their own words. */
  readonly words?: readonly StatedWords[] | undefined;
  /** Local time without a zone, as the tool writes it: `2023-11-09T15:13:33`. */
  readonly ended?: string | undefined;
  readonly started?: string | undefined;
  /** A time near the run, such as that of its submission, where the log has neither its start nor its end. */
  readonly dated?: string | undefined;
  /** Wall-clock hours. */
  readonly hours?: number | undefined;
  /** Hours of all accelerators together, where the log has no wall-clock hours. */
  readonly acceleratorHours?: number | undefined;
  /** kWh, without the PUE. */
  readonly energy?: number | undefined;
  /**
   * What the energy includes: only what was really read. A run without energy has the boundary that the tool's readings have, so that
   * it stays with the other runs.
   */
  readonly boundary?: RunBoundary | undefined;
  /** Wall-clock hours of the run, and its accelerator-hours, that the energy does not include, where it includes the others. */
  readonly unread?:
    | {
        readonly hours: number;
        readonly acceleratorHours?: number | undefined;
        /** Where it is some of the accelerators, and not some of the time: `one of 2 GPUs`. */
        readonly what?: string | undefined;
      }
    | undefined;
  /** Cards of another model that were listed and not read, in words: `Quadro K620, for 1.5 h`. */
  readonly unreadCards?: string | undefined;
  /** Accelerators that never took as much as one at work. */
  readonly idleCards?: number | undefined;
  /** The processor by its name in the log, where it did the work and was not read. */
  readonly processor?: string | undefined;
  readonly parts: EnergyParts;
  /** What is counted beside the energy, where the record lists every component. */
  readonly whole?: WholeRecord | undefined;
  /** The evidence of the energy and of the embodied emissions, and 90 % intervals, where the log states them. */
  readonly stated?: StatedEvidence | undefined;
  /** The PUE that the energy in the log includes: energy of the facility ÷ energy of the machines. */
  readonly pue?: number | undefined;
  /** Whether more than half of the energy was read from a sensor. Otherwise it was modelled from ratings. */
  readonly isMeasured: boolean;
  /** The tool's own total (kgCO2e), used for comparison only. */
  readonly reported?: number | undefined;
  /** The tool's own grid intensity (gCO2e/kWh), where the log states it. */
  readonly intensity?: number | undefined;
  /** What the intensity is, where it is not the grid of the run: a constant of the tool. */
  readonly intensityOf?: string | undefined;
  /** The intensity is the one that the emissions of the log were calculated with, so that it comes before the tables. */
  readonly isGridStated?: true | undefined;
  /** The components that the figures of the log include. */
  readonly systemBoundary?: readonly ComponentId[] | undefined;
  /** Embodied emissions that the log states (kgCO2e). */
  readonly embodied?: number | undefined;
  /** Floating-point operations of the run (FLOP). */
  readonly flops?: number | undefined;
  readonly requests?: number | undefined;
  /** Machines that it ran on. */
  readonly nodes?: number | undefined;
  readonly accelerator?: RunAccelerator | undefined;
  readonly place: RunPlace;
  /** On-site water per kWh of the machines (L/kWh), where it was set. */
  readonly wue?: number | undefined;
  /** Average power of the machine before the work began (W). */
  readonly idle?: number | undefined;
  /** How far the energy may be from the truth, as its authors state it: 0.25 is ±25 %. */
  readonly accuracy?: number | undefined;
  /** Power over the time of the run, where the log has it in steps. */
  readonly power?: RunPower | undefined;
}

/** Power of a run over its time. Times are in UTC. */
export interface RunPower {
  /** Seconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly devices: number;
  /** Device-hours between two samples that are near enough to each other, whose energy is known. */
  readonly covered: number;
  /** Hours in which any device is covered. */
  readonly recorded: number;
  /** What the other device-hours would have used (kWh) at the mean power of the work. It is not in the energy. */
  readonly uncovered: number;
  /** Highest power of all devices together (W). */
  readonly peak?: number | undefined;
  /** Energy (kWh) in each hour since 1970 that has any. */
  readonly hourly: ReadonlyMap<number, number>;
  /** Steps of equal length in seconds, with the power in each (W); `null` where nothing was recorded. */
  readonly steps: {
    readonly start: number;
    readonly length: number;
    readonly mean: readonly (number | null)[];
    readonly peak: readonly (number | null)[];
  };
}

/** Both ends of a 90 % interval. */
export interface StatedRange {
  readonly low: number;
  readonly high: number;
}

/** What a log states of the certainty of its figures, each in the unit of its figure. */
export interface StatedEvidence {
  readonly basis?: Basis | undefined;
  readonly energy?: StatedRange | undefined;
  readonly intensity?: StatedRange | undefined;
  readonly embodied?: StatedRange | undefined;
  readonly embodiedBasis?: Basis | undefined;
}

/** The electricity of a run beside its work, by component (kWh). What is not listed is not counted. */
export interface WholeRecord {
  /** The evidence of the work. */
  readonly basis: Basis;
  readonly counted: readonly ComponentId[];
  /** The evidence of each component. */
  readonly bases?: Readonly<Partial<Record<ComponentId, Basis>>> | undefined;
  readonly host?: number | undefined;
  readonly idle?: number | undefined;
  readonly overhead?: number | undefined;
}

export interface RunAccelerator {
  /** The name as the log writes it. */
  readonly name?: string | undefined;
  /** Less than 1 where the run had a share of a card. */
  readonly count?: number | undefined;
}

/** The model, as a model card names it. */
export interface NamedModel {
  readonly name?: string | undefined;
  /** Id on the Hub, where the log states it. */
  readonly id?: string | undefined;
  /** The name is a field of the log, and no guess. */
  readonly isStated?: true | undefined;
  /** Where the name is from: `the card's title`. */
  readonly from?: string | undefined;
  /** Ids of the models that it was made from. */
  readonly bases: readonly string[];
}

/** An answer of a model card, or a sentence that a value was taken from. */
export interface StatedWords {
  readonly text: string;
  /** What is left open, as a question without its mark; absent where it was understood. */
  readonly asked?: string | undefined;
}

export interface RunPlace {
  /** As a person wrote it, where the factor tables have it by that name: `Oregon, US`, `Kaggle`. */
  readonly named?: string | undefined;
  /** What an ambiguous name can mean: `aws us-east-1`, `aws us-east-2`. */
  readonly candidates?: readonly string[] | undefined;
  /** ISO 3166 code, or an English name. */
  readonly country?: string | undefined;
  /** The name of the country, where the log has it beside a code. They may differ. */
  readonly countryName?: string | undefined;
  readonly region?: string | undefined;
  readonly cloud?: string | undefined;
  readonly cloudRegion?: string | undefined;
}
