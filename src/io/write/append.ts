import { appendFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../system-error.js';
import { WriteError, writeErrorOf } from './write-error.js';

/**
 * Adds a text to the end of a file, and makes the file where it is not there: the summary of a job, to which each of its steps adds.
 *
 * @throws {WriteError}
 */
export async function appendText(path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new WriteError({ kind: 'no-folder', path: dirname(path) });
    throw writeErrorOf(path, error);
  }
}
