import { constants, type Stats } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../system-error.js';
import { named, WriteError, writeErrorOf } from './write-error.js';

/** Bytes in which a file shows whether the program wrote it. */
const length = 512;

/**
 * Looks, before long work, whether its result can be written: where a file is there, only one of the same kind is replaced.
 *
 * @param kind What files of the kind begin with.
 * @throws {WriteError} `occupied` where something else is there; with the system's reason where the folder can't be written to.
 */
export async function checkReplaceable(path: string, kind: RegExp): Promise<void> {
  const stats = await statsOf(path);
  if (stats === undefined) return checkFolder(dirname(path));
  if (!stats.isFile() || (stats.size > 0 && !kind.test(await beginningOf(path)))) throw new WriteError({ kind: 'occupied', path });
}

async function beginningOf(path: string): Promise<string> {
  const handle = await named(path, open(path));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Nothing where nothing is there. */
async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw writeErrorOf(path, error);
  }
}

/** Of a folder that is not there yet, the nearest above it counts. */
async function checkFolder(folder: string): Promise<void> {
  const stats = await statsOf(folder);
  if (stats === undefined && dirname(folder) !== folder) return checkFolder(dirname(folder));
  if (stats?.isDirectory() === false) throw new WriteError({ kind: 'occupied', path: folder });
  await named(folder, access(folder, constants.W_OK | constants.X_OK));
}
