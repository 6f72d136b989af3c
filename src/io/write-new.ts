import { link, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './system-error.js';
import { released, temporaryFor } from './temporary.js';
import { WriteError } from './whole-write.js';

/**
 * Writes a file that isn't there yet, whole or not at all.
 *
 * @throws {WriteError} `occupied` where something is there, `no-folder` where its folder is not; nothing is changed then.
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
      ENOENT: 'no-folder',
      EACCES: 'no-permission',
      EPERM: 'no-permission',
      ENOSPC: 'no-space',
      EROFS: 'read-only-disk',
    } as const;
    const kind = kinds[code as keyof typeof kinds] ?? 'unwritable';
    throw new WriteError(kind === 'no-folder' ? { kind, path: dirname(path) } : { kind, path, code });
  } finally {
    await unlink(temporary).catch(() => undefined);
    released([temporary]);
  }
}
