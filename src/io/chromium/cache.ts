import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../system-error.js';
import { cacheRecordName } from './cache-record.js';
import { isIntact } from './intact.js';
import { type OnUnpack, type Pack, unpackedMegabytes } from './pack.js';
import { unpack } from './unpack.js';

/** The folder with this version’s browser in a private cache, unpacked where it is not there whole. */
export async function cachedIn(cache: string, pack: Pack, onUnpack?: OnUnpack): Promise<string> {
  const folder = join(cache, `chromium-${pack.version}-${process.platform}-${process.arch}`);
  if (await isIntact(folder, pack)) return folder;
  const partial = partialOf(folder);
  onUnpack?.(unpackedMegabytes);
  try {
    await mkdir(partial, { mode: 0o700 });
    await unpack(pack, partial);
    await removeAbandoned(cache, partial);
    await takeThePlace(partial, folder, pack);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

function partialOf(folder: string): string {
  return `${folder}.${randomBytes(6).toString('hex')}.partial`;
}

/** Renames the finished folder into place. Whoever comes second finds the first one's there, and keeps it if it is whole. */
async function takeThePlace(partial: string, folder: string, pack: Pack): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(partial, folder);
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error)) || attempt === 5) throw error;
    }
    if (await isIntact(folder, pack)) return;
    const broken = partialOf(folder);
    await rename(folder, broken).catch(() => undefined);
    await rm(broken, { recursive: true, force: true });
  }
}

/** Removes folders that a killed process left half unpacked: older than this process's own, since clocks of hosts differ. */
async function removeAbandoned(cache: string, own: string): Promise<void> {
  const hour = 3_600_000;
  const now = (await stat(join(own, cacheRecordName))).mtimeMs;
  for (const name of await readdir(cache)) {
    if (!name.endsWith('.partial') || join(cache, name) === own) continue;
    const facts = await stat(join(cache, name)).catch(() => undefined);
    if (facts !== undefined && now - facts.mtimeMs > hour) await rm(join(cache, name), { recursive: true, force: true });
  }
}
