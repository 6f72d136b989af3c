import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../system-error.js';
import { writeErrorOf } from './write-error.js';

/**
 * Removes files of a folder; one that is not there is no fault.
 *
 * @throws {WriteError} Where one can't be removed.
 */
export async function removeFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = join(folder, name);
    try {
      await unlink(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw writeErrorOf(path, error);
    }
  }
}
