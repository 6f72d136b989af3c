import type { Basis, ComponentId, MeasurementBoundary } from '../assessment/assessment.js';
import type { PowerRecord } from '../assessment/recorded/power.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Instrument } from './instruments.js';
import type { ParsedPhase } from './schema.js';

/** What the logs of a phase give, in the terms of the manifest. What they do not give is absent. */
export interface LoggedPhase {
  /** Tools, logs and lines. */
  readonly cite: string;
  readonly energy?:
    | {
        /** kWh */
        readonly value: number;
        readonly low?: number | undefined;
        readonly high?: number | undefined;
        readonly boundary?: MeasurementBoundary | undefined;
        readonly basis: Basis;
        readonly instrument?: Instrument | undefined;
        /** What gaps in the recording would have used (kWh), which is not in the value. */
        readonly missed?: number | undefined;
      }
    | undefined;
  /** Power over time. */
  readonly record?: LoggedPower | undefined;
  /** Energy of processors and memory (kWh), where the accelerators beside them were not read. */
  readonly host?: { readonly value: number; readonly basis: Basis; readonly instrument?: Instrument | undefined } | undefined;
  /** What is counted beside the energy (kWh), where the logs list every component that is. */
  readonly whole?:
    | {
        readonly counted: readonly ComponentId[];
        readonly host?: LoggedPart | undefined;
        readonly idle?: LoggedPart | undefined;
        readonly overhead?: LoggedPart | undefined;
      }
    | undefined;
  /** Accelerator-hours that the energy does not include. */
  readonly unmetered_hours?: number | undefined;
  /** What the logs show that was not measured and can't be calculated, and why. */
  readonly notCounted?: { readonly [What in 'dynamic' | 'unmetered']?: string | undefined } | undefined;
  readonly pue?: number | undefined;
  /** Wall-clock hours. */
  readonly duration?: number | undefined;
  readonly accelerators?: number | undefined;
  readonly accelerator_hours?: number | undefined;
  /** A device of the factor tables. */
  readonly hardware?: string | undefined;
  readonly location?: ParsedPhase['location'] | undefined;
  /** Places, where there are several. */
  readonly places?: readonly string[] | undefined;
  readonly year?: number | undefined;
  readonly requests?: number | undefined;
  /** kgCO2e, as the log gives them. */
  readonly embodied?: number | undefined;
  /** The interval (kgCO2e) and the evidence of the embodied emissions, where the log states them. */
  readonly embodiedEvidence?:
    | { readonly low?: number | undefined; readonly high?: number | undefined; readonly basis?: Basis | undefined }
    | undefined;
  /** On-site water, L/kWh. */
  readonly wue?: number | undefined;
  /** Power of the nodes without work, W. */
  readonly idle?: number | undefined;
  /** The tool's own total, kgCO2e. */
  readonly reported?: number | undefined;
  /** What is odd about the logs; those of severity `error` keep the phase from being read. One about a row has the log's name, as the manifest names it, and its line. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Power over the time of the runs of a phase. */
export interface LoggedPower extends PowerRecord {
  /** Energy (kWh) in each hour since 1970 that has any, in UTC. */
  readonly hourly: ReadonlyMap<number, number>;
  /** Hours of the recordings, first to last, in which a device was recorded or should have been. */
  readonly hours: number;
}

/** An energy (kWh) that is counted beside that of the work, with its interval and its evidence where the logs state them. */
export interface LoggedPart {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly basis?: Basis | undefined;
}

/** Logged phases by the path of the phase; that of the only one, at the top, is empty. */
export type LoggedPhases = ReadonlyMap<string, LoggedPhase>;
