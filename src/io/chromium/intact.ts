import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type CacheEntry, cacheRecordName, readCacheRecord, stampOf, writeCacheRecord } from './cache-record.js';
import { isOurs } from './ownership.js';
import type { Pack } from './pack.js';

/**
 * Whether the folder has exactly what was unpacked. Hashing 200 MB takes 0.15 s, more than a launch; so the hash is taken
 * only where inode, mtime or ctime changed: a copied or restored cache passes it, a changed or torn file does not.
 */
export async function isIntact(folder: string, pack: Pack): Promise<boolean> {
  try {
    const facts = await lstat(folder, { bigint: true });
    if (!facts.isDirectory() || !isOurs(facts) || (facts.mode & 0o077n) !== 0n) return false;
    const record = await readCacheRecord(folder);
    if (record?.fingerprint !== pack.fingerprint) return false;
    // An added library would be loaded too.
    const expected = [...record.entries.map((entry) => entry.name), cacheRecordName].sort();
    if ((await filesBelow(folder)).sort().join('\n') !== expected.join('\n')) return false;
    const restamped = await Promise.all(record.entries.map((entry) => checked(folder, entry)));
    const entries = restamped.filter((entry) => entry !== undefined);
    if (entries.length !== record.entries.length) return false;
    if (entries.some((entry, index) => entry !== record.entries[index])) await writeCacheRecord(folder, { ...record, entries });
    return true;
  } catch {
    return false;
  }
}

/** The entry, if the file matches it; with a new stamp where only the stamp changed. */
async function checked(folder: string, entry: CacheEntry): Promise<CacheEntry | undefined> {
  const file = join(folder, entry.name);
  const facts = await lstat(file, { bigint: true });
  if (!facts.isFile() || !isOurs(facts) || facts.size !== BigInt(entry.size)) return undefined;
  if (stampOf(facts) === entry.stamp) return entry;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex') === entry.sha256 ? { ...entry, stamp: stampOf(facts) } : undefined;
}

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) found.push(entry.name);
    else found.push(...(await filesBelow(join(folder, entry.name))).map((name) => `${entry.name}/${name}`));
  }
  return found;
}
