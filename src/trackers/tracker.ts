import type { MeasurementBoundary } from '../assessment/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ColumnMap } from '../manifest/schema/log-columns.js';
import type { TrackerId } from './ids.js';
import type { RunRecord } from './record.js';

/** A log as it is read: text in pieces, so that a log of any size fits in memory. */
export type LogText = AsyncIterable<string>;

/** A run of a log. Its id is the tool's own and may be a path: it selects runs, and is never published. */
export interface FoundRun {
  readonly run: RunRecord;
  readonly id?: string | undefined;
}

/** What a reader yields: a run, or a warning or note about the log. Errors are thrown. */
export type LogItem = FoundRun | { readonly diagnostic: Diagnostic };

/** What a person has to say because the log does not. */
export interface ReadOptions {
  /** The meaning of columns, where their names are free. */
  readonly columns?: ColumnMap | undefined;
  /** What the energies or powers of a table include. */
  readonly boundary?: MeasurementBoundary | undefined;
  /** The highest power limit (W) of the device of a name, where it is known. */
  readonly limitOf?: ((name: string) => number | undefined) | undefined;
  /** The plugin from which Slurm has its energy. */
  readonly energyPlugin?: string | undefined;
}

/** A reader of one tool's records. */
export interface Tracker {
  readonly id: TrackerId;
  /** Its name in a sentence. */
  readonly title: string;
  /** Whether the beginning of a text (64 KB, or all of it) has this format. The name of the file does not matter. */
  readonly recognises: (beginning: string) => boolean;
  /**
   * Reads a log. Each run is yielded once, when no further rows can belong to it.
   *
   * @throws {InputError} Where rows are invalid, with line and column of each.
   */
  readonly read: (text: LogText, options?: ReadOptions) => AsyncIterable<LogItem>;
}
