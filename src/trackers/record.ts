import type { MeasurementBoundary, PhaseKind } from '../assessment/assessment.js';
import type { TrackerId } from './ids.js';

/** Electricity of a run by what drew it; kWh. Absent is not measured, or not found; zero is measured. */
export interface EnergyParts {
  readonly gpu?: number | undefined;
  readonly cpu?: number | undefined;
  readonly ram?: number | undefined;
}

/**
 * What a log says of one run: a list of what may be published, so no user name, path, host, device id or coordinates.
 * What a log does not say is absent.
 */
export interface RunRecord {
  readonly tracker: TrackerId;
  /** Version of the tool. */
  readonly version?: string | undefined;
  /** First and last line of the log that it comes from. */
  readonly lines: readonly [first: number, last: number];
  readonly project?: string | undefined;
  /** How this was measured, where a log has several measures of one task: they may be of the same energy, and don't add. */
  readonly alternative?: string | undefined;
  /** What was done, where the log says so. */
  readonly phase?: PhaseKind | undefined;
  /** Local time without a zone, as the tool has it: `2023-11-09T15:13:33`. */
  readonly ended?: string | undefined;
  readonly started?: string | undefined;
  /** Hours on the clock. */
  readonly hours?: number | undefined;
  /** Hours of all accelerators together, where the log has no others. */
  readonly acceleratorHours?: number | undefined;
  /** kWh, without the PUE that is in `pue`. */
  readonly energy?: number | undefined;
  /** Where it was metered: at the accelerators alone, with processors and memory, at the node, at the facility. */
  readonly boundary?: MeasurementBoundary | undefined;
  readonly parts: EnergyParts;
  /** What the energy in the log holds beside the machines: facility ÷ machines. Absent where it holds none. */
  readonly pue?: number | undefined;
  /** Whether more than half of the energy was read from a sensor; else it was modelled from ratings. */
  readonly isMeasured: boolean;
  /** The tool's own total, kgCO2e: to compare, never to use. */
  readonly reported?: number | undefined;
  /** The tool's own grid factor, gCO2e/kWh, where the log states it. */
  readonly intensity?: number | undefined;
  /** Embodied emissions that the log states, kgCO2e. */
  readonly embodied?: number | undefined;
  /** Operations of the run, FLOP. */
  readonly flops?: number | undefined;
  readonly requests?: number | undefined;
  /** The name as the log has it. */
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
