import { readdir, unlink } from 'node:fs/promises';
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

/** Names of the files in a folder; none where there is no folder. */
export async function fileNamesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
