import { lstatSync, renameSync } from 'node:fs';
import { link, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../system-error.js';
import { removeAbandoned, settled, temporaryFor } from './temporary.js';
import { WriteError, writeErrorOf } from './write-error.js';

/**
 * Writes a file that isn't there yet, whole or not at all.
 *
 * @throws {WriteError} `occupied` where something is there, `no-folder` where its folder is not; nothing is changed then.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  await removeAbandoned(dirname(path));
  const temporary = temporaryFor(path);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await putAt(path, temporary);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new WriteError({ kind: 'no-folder', path: dirname(path) });
    throw writeErrorOf(path, error);
  } finally {
    await unlink(temporary).catch(() => undefined);
    settled([temporary]);
  }
}

/** What some file systems answer that have no hard links. */
const noLinks: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** Unlike a rename, a link never takes the place of what is there. */
async function putAt(path: string, temporary: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!noLinks.includes(codeOf(error)) || lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw error;
    renameSync(temporary, path);
  }
}
