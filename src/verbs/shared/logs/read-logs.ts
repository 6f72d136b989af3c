import type { FoundRun } from '../../../trackers/tracker.js';
import { diskFiles } from '../disk-files.js';
import { readLogOf } from './read-log-of.js';
import type { LogOptions, ReadLog } from './read-runs.js';

export { createDuplicates, known, type LogOptions } from './read-runs.js';

/**
 * Reads a log of this machine, whatever its format and size, and hands on each run.
 *
 * @throws {InputError} With what is wrong with the file or its rows, each with the file's name.
 */
export function readLog(file: string, options: LogOptions, onRun: (found: FoundRun) => void): Promise<ReadLog> {
  return readLogOf(diskFiles, { file, options }, onRun);
}
