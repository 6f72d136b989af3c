import type { MeasurementBoundary, PhaseKind } from '../assessment/assessment.js';
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
  /** The method, where a log has several measures of one task. They may be of the same energy, so they can't be added. */
  readonly alternative?: string | undefined;
  /** The kind of phase, where the log states it. */
  readonly phase?: PhaseKind | undefined;
  /** Local time without a zone, as the tool writes it: `2023-11-09T15:13:33`. */
  readonly ended?: string | undefined;
  readonly started?: string | undefined;
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
  /** Embodied emissions that the log states (kgCO2e). */
  readonly embodied?: number | undefined;
  /** Floating-point operations of the run (FLOP). */
  readonly flops?: number | undefined;
  readonly requests?: number | undefined;
  /** The name as the log writes it. */
  readonly accelerator?: { readonly name?: string | undefined; readonly count?: number | undefined } | undefined;
  readonly place: RunPlace;
}

export interface RunPlace {
  /** ISO 3166 code, or an English name. */
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly cloud?: string | undefined;
  readonly cloudRegion?: string | undefined;
}
