import { constants, readFileSync, renameSync, type Stats } from 'node:fs';
import { type FileHandle, open, realpath, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { existing, hasContent, makeFolder, targetOf } from './target.js';
import { removeAbandoned, settled, temporaryFor } from './temporary.js';
import { named, WriteError, writeErrorOf } from './write-error.js';

/** One file on its way: first under a temporary name in the folder it goes to, then renamed. */
interface Pending {
  readonly target: string;
  /** The target as the person would write it, for errors. */
  readonly shown: string;
  readonly temporary: string;
  readonly bytes: Uint8Array;
  /** The file that it takes the place of. */
  readonly old: Stats | undefined;
  /** The content that the new one was made from. */
  readonly base: Buffer | undefined;
}

/** What the new content of some files was made from. */
export interface WriteBase {
  /** Content by path in the folder. Where another program saved the file meanwhile, nothing is written. */
  readonly basedOn?: ReadonlyMap<string, string> | undefined;
}

/**
 * Writes a set of files whole or not at all. All are written and synced under temporary names before the first
 * takes its place, so that a full disk or a missing permission leaves everything as it was; no file is ever half
 * written, even when the process is killed. A file that has its content already isn't touched.
 *
 * A file that is replaced keeps owner, group and permissions, and nobody can read the new one who could not read the old one. Where
 * that can't be, or where the file has other names (hard links), nothing is written.
 *
 * @param folder Made where it doesn't exist. May itself be reached through a link: the person chose it.
 * @param files Content by path in the folder, with `/`: `charts/use.svg`. What leads out of it is refused.
 * @throws {WriteError} With nothing written.
 */
export async function writeWhole(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  { basedOn }: WriteBase = {},
): Promise<void> {
  const created: string[] = [];
  const pending: Pending[] = [];
  try {
    await makeFolder(folder, created);
    const root = await realpath(folder);
    const targets = new Map<string, string>();
    for (const name of files.keys()) targets.set(name, await targetOf(root, folder, name, created));
    const folders = new Set([...targets.values()].map(dirname));
    // First of all: what a killed run left may be another name of a file that is replaced here.
    for (const path of folders) await removeAbandoned(path);
    for (const [name, target] of targets) {
      const one = await pendingFor(target, join(folder, name), files.get(name) ?? '', basedOn?.get(name));
      if (one !== undefined) pending.push(one);
    }
    const written = await Promise.allSettled(pending.map((one) => named(one.shown, writeTemporary(one))));
    for (const result of written) if (result.status === 'rejected') throw result.reason;
    await takePlaces(pending);
    for (const path of folders) await syncFolder(path);
  } catch (error) {
    await Promise.allSettled(pending.map(({ temporary }) => unlink(temporary)));
    // Deepest first; one that somebody else has filled meanwhile stays.
    for (const path of created.reverse()) await rmdir(path).catch(() => undefined);
    if (error instanceof WriteError || error instanceof RangeError) throw error;
    throw writeErrorOf(folder, error);
  } finally {
    settled(pending.map(({ temporary }) => temporary));
  }
}

/** The way of a file to its place; nothing where it is as it should be. */
async function pendingFor(
  target: string,
  shown: string,
  content: Uint8Array | string,
  base: string | undefined,
): Promise<Pending | undefined> {
  const bytes = bytesOf(content);
  const old = await existing(target, shown);
  if (old !== undefined && (await hasContent(target, old, bytes))) return undefined;
  if (old !== undefined && old.nlink > 1) throw new WriteError({ kind: 'hard-links', path: shown });
  return { target, shown, temporary: temporaryFor(target), bytes, old, base: base === undefined ? undefined : bytesOf(base) };
}

function bytesOf(content: Uint8Array | string): Buffer {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** The content under its temporary name, on the disk for good, with owner and permissions of the file that it takes the place of. */
async function writeTemporary({ temporary, shown, bytes, old }: Pick<Pending, 'temporary' | 'shown' | 'bytes' | 'old'>): Promise<void> {
  // Until the owner is right, nobody else may read it.
  const handle = await (old === undefined ? open(temporary, 'wx') : open(temporary, 'wx', 0o600));
  try {
    if (old !== undefined) await keepOwner(handle, old, shown);
    await handle.writeFile(bytes);
    if (old !== undefined) await keepMode(handle, old);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function keepOwner(handle: FileHandle, old: Stats, shown: string): Promise<void> {
  const { uid, gid } = await handle.stat();
  if (uid === old.uid && gid === old.gid) return;
  try {
    await handle.chown(old.uid, old.gid);
  } catch {
    throw new WriteError({ kind: 'owner', path: shown });
  }
}

/** Some file systems have one mode for all files, and refuse to set any. */
async function keepMode(handle: FileHandle, old: Stats): Promise<void> {
  const mode = old.mode & 0o7777;
  if (((await handle.stat()).mode & 0o7777) !== mode) await handle.chmod(mode);
}

/**
 * Renames all files to their places, at once after comparing what is there. Where one can't take its place, those before it are put
 * back: a file may be mounted by itself.
 */
async function takePlaces(pending: readonly Pending[]): Promise<void> {
  // All of them before the first rename, and each again just before its own.
  for (const one of pending) refuseChanged(one);
  const replaced: { readonly one: Pending; readonly before: Buffer | undefined }[] = [];
  for (const one of pending) {
    try {
      const before = refuseChanged(one);
      renameSync(one.temporary, one.target);
      replaced.push({ one, before });
    } catch (error) {
      for (const { one: done, before } of replaced.reverse()) await putBack(done, before).catch(() => undefined);
      throw error instanceof WriteError ? error : writeErrorOf(one.shown, error);
    }
  }
}

/** The content that is there; nothing where there is no file, or where it can't be read. */
function refuseChanged({ target, shown, old, base }: Pending): Buffer | undefined {
  const before = old === undefined ? undefined : contentOf(target);
  if (base !== undefined && before?.equals(base) !== true) throw new WriteError({ kind: 'changed', path: shown });
  return before;
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

async function putBack({ target, temporary, shown, old }: Pending, before: Buffer | undefined): Promise<void> {
  if (old === undefined) return unlink(target);
  if (before === undefined) return;
  // Its first temporary file is the target now, so the name is free.
  await writeTemporary({ temporary, shown, bytes: before, old });
  await rename(temporary, target);
}

/** So that a rename outlives a power cut. Some systems can't sync a folder; the files are whole all the same. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
