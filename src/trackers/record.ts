import type { TrackerId } from './ids.js';

/** Electricity of a run by what drew it; kWh. Absent is not measured, or not found; zero is measured. */
export interface EnergyParts {
  readonly gpu?: number;
  readonly cpu?: number;
  readonly ram?: number;
}

/**
 * What a log says of one run. A list of what may be published: no user name, path, host, device id or coordinates, and
 * no run id, which may be a path.
 */
export interface RunRecord {
  readonly tracker: TrackerId;
  /** Version of the tool. */
  readonly version?: string;
  /** First and last line of the log that it comes from. */
  readonly lines: readonly [first: number, last: number];
  readonly project?: string;
  /** Local time without a zone, as the tool has it: `2023-11-09T15:13:33`. */
  readonly ended?: string;
  /** Hours on the clock. */
  readonly hours: number;
  /** kWh, without PUE. */
  readonly energy: number;
  /** Where it was metered: at the accelerators alone, or with processors and memory. */
  readonly boundary: 'accelerator' | 'components';
  readonly parts: EnergyParts;
  /** What the energy in the log holds beside the machines: facility ÷ machines; 1 where the tool was told of none. */
  readonly pue: number;
  /** Whether more than half of the energy was read from a sensor; else it was modelled from ratings. */
  readonly isMeasured: boolean;
  /** The tool's own total, kgCO2e: to compare, never to use. */
  readonly reported?: number;
  /** The name as the log has it, where it has one. */
  readonly accelerator?: { readonly name?: string; readonly count: number };
  readonly place: RunPlace;
}

export interface RunPlace {
  /** ISO 3166 alpha-3. */
  readonly country?: string;
  readonly region?: string;
  readonly cloud?: string;
  readonly cloudRegion?: string;
}
