import type { MeasurementBoundary } from '../assessment/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ColumnMap } from '../manifest/schema/log-columns.js';
import type { LoggedProcessors } from '../plausibility/processor-limit.js';
import type { TrackerId } from './ids.js';
import type { MachineMarks } from './machine-marks.js';
import type { RunRecord } from './record.js';

/** A log as it is read: text in pieces, so that a log of any size fits in memory. */
export type LogText = AsyncIterable<string>;

/** A run of a log. What is beside it selects or checks the run, and is never published. */
export interface FoundRun {
  readonly run: RunRecord;
  /** The tool's own, which may be a path. */
  readonly id?: string | undefined;
  /** Names beside the project that may say what was done: of an experiment, of a task. */
  readonly names?: readonly string[] | undefined;
  /** What tells its machine from others; never published. */
  readonly machine?: MachineMarks | undefined;
  /** The processors of the machine, whose rating the energy is checked against. */
  readonly cpu?: LoggedProcessors | undefined;
  /** As that of the reader, where it is of some runs only. */
  readonly listsDies?: true | undefined;
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
  /** The tool counts GPUs as the driver lists them: a module or board of two dies is two. People count modules. */
  readonly listsDies?: true | undefined;
  /** Whether the beginning of a text (64 KB, or all of it) has this format. The name of the file does not matter. */
  readonly recognises: (beginning: string) => boolean;
  /**
   * Reads a log. Each run is yielded once, when no further rows can belong to it.
   *
   * @throws {InputError} Where rows are invalid, with line and column of each.
   */
  readonly read: (text: LogText, options?: ReadOptions) => AsyncIterable<LogItem>;
}
