import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Measurement } from '../../../measurement/measurement.js';
import type { Measured } from '../../../telemetry/measured.js';
import type { MeasurementFacts } from '../../../telemetry/measurement-of.js';

/** How far collecting is. */
export interface CollectProgress {
  /** What is done now. */
  readonly step: 'reading' | 'integrating' | 'asking' | 'waiting';
  /** From 0 to 1, where it is known. */
  readonly share?: number | undefined;
  /** About how many rows there are in all, where it is known. */
  readonly rows?: number | undefined;
}

/** What is said of a server. */
export interface ServerOptions {
  /** Which series: `DCGM_FI_DEV_POWER_USAGE{job="train"}`. */
  readonly query?: string | undefined;
  /** The time, in RFC 3339 or Unix seconds. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** Unit of a metric that is not known: `W`, `mJ`. */
  readonly unit?: string | undefined;
  /** Labels that tell one device from another: `instance,gpu`. */
  readonly by?: string | undefined;
  /** Whose data are meant, where one server has those of many. */
  readonly tenant?: string | undefined;
  /** Where credentials and the cache are looked up; the environment of the process where absent. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface CollectOptions extends ServerOptions {
  /** The file to write; beside nothing where absent, see `collect`. */
  readonly out?: string | undefined;
  /** Columns by their meaning: `time: timestamp, device: gpu, power: power (W)`. */
  readonly columns?: string | undefined;
  /** Each file is of another machine, where no column names machines. */
  readonly machinePerFile?: true | undefined;
  readonly boundary?: Measurement['boundary'] | undefined;
  /** In which times are that name no zone. */
  readonly timeZone?: string | undefined;
  /** A step is a gap where it is longer than the usual one by this factor. */
  readonly gap?: number | undefined;
  /** W below which a device counts as idle. */
  readonly idleBelow?: number | undefined;
  /** Such as `2GB`. */
  readonly memoryLimit?: string | undefined;
  /** Where what does not fit into memory is written. */
  readonly tempDir?: string | undefined;
  readonly threads?: number | undefined;
  readonly onProgress?: ((progress: CollectProgress) => void) | undefined;
}

/** What was collected, from files or from a server. */
export interface Collection {
  readonly measured: Measured;
  readonly facts: Omit<MeasurementFacts, 'program'>;
  readonly diagnostics: readonly Diagnostic[];
  /** To call once the file is written: what was kept for another try is not needed then. */
  readonly written?: (() => Promise<void>) | undefined;
}
