import { InputError } from '../../../diagnostics/diagnostic.js';
import { placeOf, textStream } from '../../../io/files.js';
import type { FoundRun } from '../../../trackers/tracker.js';
import { readNamed } from '../file-faults.js';
import { type LogOptions, type ReadLog, readRuns } from './read-runs.js';

export { createDuplicates, known, type LogOptions } from './read-runs.js';

/**
 * Reads a log, whatever its format and size, and hands on each run.
 *
 * @throws {InputError} With what is wrong with the file or its rows, each with the file's name.
 */
export async function readLog(file: string, options: LogOptions, onRun: (found: FoundRun) => void): Promise<ReadLog> {
  try {
    const pieces = textStream(file, { hasNul: /\.(?:md|markdown)$/i.test(file) });
    const { tracker, diagnostics } = await readNamed(file, 'log', () => readRuns({ name: placeOf(file).name, pieces }, options, onRun));
    return { tracker, diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file })) };
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
    throw error;
  }
}
