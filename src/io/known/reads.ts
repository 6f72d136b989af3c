import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * What was asked of the disk, and a digest of the answer: the bytes of a file, the names in a folder, the files of a pattern,
 * whether something is there, the path behind links.
 */
export interface Read {
  readonly kind: ReadKind;
  /** Absolute. Of a pattern: the folder, a NUL byte and the pattern. */
  readonly path: string;
  readonly digest: string;
}

export type ReadKind = 'file' | 'names' | 'pattern' | 'there' | 'real';

/** The digest of a file that can't be read. */
export const unreadable = '!';

interface Record {
  readonly reads: Map<string, Read>;
  /** Files that were read in pieces, and how the file system described them before. */
  readonly streams: Map<string, string>;
  isSound: boolean;
}

const records = new AsyncLocalStorage<Record>();

/**
 * Does work, and gives what it read with a digest of each: while all of these hold, the same work gives the same result.
 *
 * @returns No reads where a file changed while the work went on, so that nobody can say what it saw.
 */
export async function recordingReads<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly reads: readonly Read[] | undefined }> {
  const record = emptyRecord();
  const result = await records.run(record, work);
  return { result, reads: readsIn(record) };
}

/** What became of work, and what it asked of the disk, whether it succeeded or not. */
export interface Attempt<Result> {
  readonly outcome: { readonly result: Result } | { readonly error: unknown };
  readonly asked: readonly Read[];
  /** Whether no file changed while the work went on. */
  readonly isSound: boolean;
}

/** Does work that may fail, and gives what it read in both cases. */
export async function attempting<Result>(work: () => Promise<Result>): Promise<Attempt<Result>> {
  const record = emptyRecord();
  const outcome = await records.run(record, () =>
    work().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    ),
  );
  const reads = readsIn(record);
  return { outcome, asked: [...record.reads.values()], isSound: reads !== undefined };
}

function emptyRecord(): Record {
  return { reads: new Map(), streams: new Map(), isSound: true };
}

/** The reads of work that has ended; nothing where a file changed meanwhile. */
function readsIn(record: Record): readonly Read[] | undefined {
  for (const [path, before] of record.streams) {
    const digest = digestOfFile(path);
    if (stampOf(path) !== before) record.isSound = false;
    note(record, { kind: 'file', path, digest });
  }
  return record.isSound ? [...record.reads.values()] : undefined;
}

/** Call it with each answer of the disk that can decide a result. */
export function noteRead(kind: ReadKind, path: string, answer: string | Uint8Array | undefined): void {
  const record = records.getStore();
  if (record === undefined) return;
  const [folder, pattern] = path.split('\0');
  const full = pattern === undefined ? resolve(path) : `${resolve(folder ?? '')}\0${pattern}`;
  note(record, { kind, path: full, digest: answer === undefined ? unreadable : digestOf(answer) });
}

/** Call it before a file is read in pieces. */
export function noteStream(path: string): void {
  const record = records.getStore();
  if (record === undefined) return;
  const full = resolve(path);
  const stamp = stampOf(full);
  if (record.streams.get(full) !== undefined && record.streams.get(full) !== stamp) record.isSound = false;
  record.streams.set(full, stamp);
}

function note(record: Record, read: Read): void {
  const key = `${read.kind}\0${read.path}`;
  const known = record.reads.get(key);
  if (known !== undefined && known.digest !== read.digest) record.isSound = false;
  record.reads.set(key, read);
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const chunk = 1 << 20;

/** The digest of a file, however large it is. */
export function digestOfFile(path: string): string {
  const hash = createHash('sha256');
  let handle: number | undefined;
  try {
    // Asked first: opening a pipe would wait for its other end.
    if (!statSync(path).isFile()) return unreadable;
    handle = openSync(path, 'r');
    const buffer = Buffer.allocUnsafe(Math.min(chunk, Number(statSync(path).size) + 1));
    for (let bytes = readSync(handle, buffer); bytes > 0; bytes = readSync(handle, buffer)) hash.update(buffer.subarray(0, bytes));
    return hash.digest('hex');
  } catch {
    return unreadable;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** How the file system describes a file: nobody can set ctime, so while this holds nobody has written it. */
function stampOf(path: string): string {
  const facts: BigIntStats | undefined = statSync(path, { bigint: true, throwIfNoEntry: false });
  return facts === undefined ? '' : [facts.ino, facts.size, facts.mtimeNs, facts.ctimeNs].join(' ');
}
