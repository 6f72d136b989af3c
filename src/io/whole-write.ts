import { constants, type Stats } from 'node:fs';
import { access, chmod, lstat, mkdir, open, readFile, realpath, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { codeOf } from './system-error.js';
import { released, removeAbandoned, temporaryFor } from './temporary.js';

/** Why a set of files can't be written; nothing of it is on disk then. */
export interface WriteProblem {
  readonly kind:
    | 'no-permission'
    /** The folder of the file does not exist. */
    | 'no-folder'
    /** There is a file where a folder is needed; or a folder, a device or a pipe where a file is needed. */
    | 'occupied'
    /** A symbolic link on the way leads out of the folder, or to nothing. */
    | 'link-outside'
    | 'name-too-long'
    /** Disk or quota full. */
    | 'no-space'
    | 'read-only-disk'
    | 'unwritable';
  /** What is in the way. */
  readonly path: string;
  /** The system's own code, where it was the system that refused: `EACCES`. */
  readonly code?: string | undefined;
}

export class WriteError extends Error {
  override readonly name = 'WriteError';
  constructor(readonly problem: WriteProblem) {
    super(`${problem.path}: ${problem.kind}${problem.code === undefined ? '' : ` (${problem.code})`}`);
  }
}

/** One file on its way: first under a temporary name in the folder it goes to, then renamed. */
interface Pending {
  readonly target: string;
  /** The target as the person would write it, for errors. */
  readonly shown: string;
  readonly temporary: string;
  readonly bytes: Uint8Array;
  /** Permissions of the file that it takes the place of. */
  readonly mode?: number | undefined;
}

/**
 * Writes a set of files whole or not at all. All are written and synced under temporary names before the first
 * takes its place, so that a full disk or a missing permission leaves everything as it was; no file is ever half
 * written, even when the process is killed. A file that has its content already isn't touched.
 *
 * @param folder Made where it doesn't exist. May itself be reached through a link: the person chose it.
 * @param files Content by path in the folder, with `/`: `charts/use.svg`. What leads out of it is refused.
 * @throws {WriteError} With nothing written.
 */
export async function writeWhole(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<void> {
  const created: string[] = [];
  const pending: Pending[] = [];
  try {
    await makeFolder(folder, created);
    const root = await realpath(folder);
    const folders = new Set<string>();
    for (const [name, content] of files) {
      const target = await targetOf(root, folder, name, created);
      folders.add(dirname(target));
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      const shown = join(folder, name);
      const old = await existing(target, shown);
      if (old !== undefined && (await hasContent(target, old, bytes))) continue;
      pending.push({
        target,
        shown,
        temporary: temporaryFor(target),
        bytes,
        mode: old === undefined ? undefined : old.mode & 0o777,
      });
    }
    for (const path of folders) await removeAbandoned(path);
    const written = await Promise.allSettled(pending.map(writeTemporary));
    for (const result of written) if (result.status === 'rejected') throw result.reason;
    for (const { temporary, target, shown } of pending) await named(shown, rename(temporary, target));
    for (const path of folders) await syncFolder(path);
  } catch (error) {
    await Promise.allSettled(pending.map(({ temporary }) => unlink(temporary)));
    // Deepest first; one that somebody else has filled meanwhile stays.
    for (const path of created.reverse()) await rmdir(path).catch(() => undefined);
    if (error instanceof WriteError || error instanceof RangeError) throw error;
    throw new WriteError(writeProblem(folder, error));
  } finally {
    released(pending.map(({ temporary }) => temporary));
  }
}

/** The system's error, with the path that it is about. */
async function named<T>(path: string, action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    throw new WriteError(writeProblem(path, error));
  }
}

function writeProblem(path: string, error: unknown): WriteProblem {
  const code = codeOf(error);
  return { kind: writeKinds[code] ?? 'unwritable', path, code };
}

const writeKinds: Readonly<Record<string, WriteProblem['kind']>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOTDIR: 'occupied',
  EEXIST: 'occupied',
  EISDIR: 'occupied',
  ENAMETOOLONG: 'name-too-long',
  ELOOP: 'link-outside',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EROFS: 'read-only-disk',
};

/** Makes a folder and those above it, and notes which it made, so that they can be removed again. */
async function makeFolder(path: string, created: string[]): Promise<void> {
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
    if (!made?.isDirectory()) throw new WriteError(writeProblem(path, error));
  }
}

/** The real path of a name, with its folder made; rejected where it is not inside. */
async function targetOf(root: string, folder: string, name: string, created: string[]): Promise<string> {
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
    throw new WriteError(writeProblem(shown, error));
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The file that is there already. A rename would pass over its write protection, so that is asked for here. */
async function existing(target: string, shown: string): Promise<Stats | undefined> {
  const stats = await linkStats(target, shown);
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new WriteError({ kind: 'occupied', path: shown });
  await named(shown, access(target, constants.W_OK));
  return stats;
}

async function hasContent(target: string, old: Stats, bytes: Uint8Array): Promise<boolean> {
  if (old.size !== bytes.byteLength) return false;
  try {
    return (await readFile(target)).equals(bytes);
  } catch {
    // One that may be written but not read is simply written.
    return false;
  }
}

async function writeTemporary({ temporary, shown, bytes, mode }: Pending): Promise<void> {
  await named(shown, writeAndSync(temporary, bytes, mode));
}

async function writeAndSync(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (mode !== undefined) await chmod(path, mode);
}

/** So that a rename outlives a power cut. Some systems can't sync a folder; the files are whole all the same. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
