import { InputError } from '../../../diagnostics/diagnostic.js';
import type { FoundRun } from '../../../trackers/tracker.js';
import type { NamedFiles } from '../named/named-files.js';
import { type LogOptions, type ReadLog, readRuns } from './read-runs.js';

/**
 * Reads a log, whatever its format and size, and hands on each run.
 *
 * @throws {InputError} With what is wrong with the file or its rows, each with the file's name.
 */
export async function readLogOf(
  files: NamedFiles,
  { file, options }: { readonly file: string; readonly options: LogOptions },
  onRun: (found: FoundRun) => void,
): Promise<ReadLog> {
  try {
    const { tracker, diagnostics } = await files.readLog(file, (log) => readRuns(log, options, onRun));
    return { tracker, diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file })) };
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
    throw error;
  }
}
