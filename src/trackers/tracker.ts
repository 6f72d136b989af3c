import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ColumnMap } from '../manifest/schema/log-columns.js';
import type { TrackerId } from './ids.js';
import type { RunRecord } from './record.js';

/** A log as it comes: text in pieces, so that its size is no matter. */
export type LogText = AsyncIterable<string>;

/** A run of the log, with the tool's own id of it, which may be a path: to choose by, and not to publish. */
export interface FoundRun {
  readonly run: RunRecord;
  readonly id?: string | undefined;
}

/** A run of the log, or something odd about it; errors are thrown. */
export type Finding = FoundRun | { readonly diagnostic: Diagnostic };

/** What the log itself does not say. */
export interface ReadOptions {
  /** Which column means what, where names are free. */
  readonly columns?: ColumnMap | undefined;
  /** Plugin that Slurm took its energy from. */
  readonly energyPlugin?: string | undefined;
}

/** A reader of one tool's records. */
export interface Tracker {
  readonly id: TrackerId;
  /** As people call it. */
  readonly title: string;
  /** Whether the beginning of a text (some 64 KB, or all of it) is of this format, whatever the file is called. */
  readonly recognises: (beginning: string) => boolean;
  /**
   * Reads a log: each run once, as soon as nothing more can come of it.
   *
   * @throws {InputError} Where a row can't be what it says it is, with line and column.
   */
  readonly read: (text: LogText, options?: ReadOptions) => AsyncIterable<Finding>;
}
