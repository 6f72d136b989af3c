import { constants, type Stats } from 'node:fs';
import { access, lstat, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { codeOf } from '../system-error.js';
import { named, WriteError, writeErrorOf } from './write-error.js';

/** Makes a folder and those above it, and notes which it made, so that they can be removed again. */
export async function makeFolder(path: string, created: string[]): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) return;
  if (stats !== undefined) throw new WriteError({ kind: 'occupied', path });
  if (dirname(path) !== path) await makeFolder(dirname(path), created);
  try {
    await mkdir(path);
    created.push(path);
  } catch (error) {
    // Another run may have made it just now.
    const made = await stat(path).catch(() => undefined);
    if (!made?.isDirectory()) throw writeErrorOf(path, error);
  }
}

/** The real path of a name, with its folder made; rejected where it is not inside. */
export async function targetOf(root: string, folder: string, name: string, created: string[]): Promise<string> {
  const parts = name.split('/');
  if (isAbsolute(name) || name.includes('\\') || parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new RangeError(`A file's name has to be a plain path inside the folder: ${name}`);
  }
  let at = root;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const shown = join(folder, ...parts.slice(0, index + 1));
    const next = join(at, part);
    const stats = await linkStats(next, shown);
    if (stats?.isSymbolicLink()) {
      const real = await realpath(next).catch(() => undefined);
      if (real === undefined || !isInside(root, real)) throw new WriteError({ kind: 'link-outside', path: shown });
      at = real;
    } else {
      if (stats === undefined && !isLast) await makeFolder(next, created);
      if (stats !== undefined && !isLast && !stats.isDirectory()) throw new WriteError({ kind: 'occupied', path: shown });
      at = next;
    }
  }
  return at;
}

async function linkStats(path: string, shown: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw writeErrorOf(shown, error);
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The file that is there already. A rename would pass over its write protection, so that is asked for here; and it would leave the
 * old content under the file's other names.
 */
export async function existing(target: string, shown: string): Promise<Stats | undefined> {
  const stats = await linkStats(target, shown);
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new WriteError({ kind: 'occupied', path: shown });
  await named(shown, access(target, constants.W_OK));
  return stats;
}

/** Whether a file has these bytes. One that may be written but not read is simply written. */
export async function hasContent(target: string, old: Stats, bytes: Uint8Array): Promise<boolean> {
  if (old.size !== bytes.byteLength) return false;
  return readFile(target).then(
    (content) => content.equals(bytes),
    () => false,
  );
}
