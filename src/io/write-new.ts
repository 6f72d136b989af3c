import { link, open, unlink } from 'node:fs/promises';
import { codeOf } from './system-error.js';
import { released, temporaryFor } from './temporary.js';
import { WriteError } from './whole-write.js';

/**
 * Writes a file that isn't there yet, whole or not at all.
 *
 * @throws {WriteError} `occupied` where something is there, and then nothing is changed.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  const temporary = temporaryFor(path);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Unlike a rename, a link never takes the place of what is there.
    await link(temporary, path);
  } catch (error) {
    const code = codeOf(error);
    const kinds = {
      EEXIST: 'occupied',
      EACCES: 'no-permission',
      EPERM: 'no-permission',
      ENOSPC: 'no-space',
      EROFS: 'read-only-disk',
    } as const;
    throw new WriteError({ kind: kinds[code as keyof typeof kinds] ?? 'unwritable', path, code });
  } finally {
    await unlink(temporary).catch(() => undefined);
    released([temporary]);
  }
}
