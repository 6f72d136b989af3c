import { randomBytes } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One unpacked file: what it must be, and how the file system described it when it was so. */
export interface CacheEntry {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** inode, mtime and ctime in nanoseconds. Nobody can set ctime, so while these hold the content is what was hashed. */
  readonly stamp: string;
}

/** What was unpacked, from which package. It is beside the files, and is written last: with it they are complete. */
export interface CacheRecord {
  readonly fingerprint: string;
  readonly entries: readonly CacheEntry[];
}

/** Its file. The name is in existing caches: a new name would unpack them again. */
export const cacheRecordName = 'manifest.json';

export function stampOf(facts: BigIntStats): string {
  return [facts.ino, facts.mtimeNs, facts.ctimeNs].join(' ');
}

/** Throws where there is none, or not JSON; `undefined` where it is something else. */
export async function readCacheRecord(folder: string): Promise<CacheRecord | undefined> {
  return asCacheRecord(JSON.parse(await readFile(join(folder, cacheRecordName), 'utf8')));
}

export async function writeCacheRecord(folder: string, record: CacheRecord): Promise<void> {
  const file = join(folder, `${cacheRecordName}.${randomBytes(6).toString('hex')}`);
  await writeFile(file, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(file, join(folder, cacheRecordName));
}

function asCacheRecord(value: unknown): CacheRecord | undefined {
  if (typeof value !== 'object' || value === null || !('fingerprint' in value) || !('entries' in value)) return undefined;
  const { fingerprint, entries } = value;
  if (typeof fingerprint !== 'string' || !Array.isArray(entries) || entries.length === 0 || !entries.every(isCacheEntry)) return undefined;
  return { fingerprint, entries };
}

function isCacheEntry(value: unknown): value is CacheEntry {
  if (typeof value !== 'object' || value === null || !('name' in value && 'size' in value && 'sha256' in value && 'stamp' in value))
    return false;
  return (
    typeof value.name === 'string' &&
    Number.isSafeInteger(value.size) &&
    typeof value.sha256 === 'string' &&
    typeof value.stamp === 'string'
  );
}
