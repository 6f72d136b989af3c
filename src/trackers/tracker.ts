import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TrackerId } from './ids.js';
import type { RunRecord } from './record.js';

/** A log as it comes: text in pieces, so that its size is no matter. */
export type LogText = AsyncIterable<string>;

export interface Reading {
  readonly runs: readonly RunRecord[];
  /** What was found odd; errors are thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A reader of one tool's records. */
export interface Tracker {
  readonly id: TrackerId;
  /** As people call it. */
  readonly title: string;
  /** Whether the beginning of a text is of this format, whatever the file is called. */
  readonly recognises: (beginning: string) => boolean;
  /**
   * Reads a log.
   *
   * @throws {InputError} Where a row can't be what it says it is, with line and column.
   */
  readonly read: (text: LogText) => Promise<Reading>;
}
