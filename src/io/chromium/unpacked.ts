import { isAbsolute, join } from 'node:path';
import { codeOf } from '../system-error.js';
import { cachedIn } from './cache.js';
import type { Environment } from './environment.js';
import { noRoom } from './messages.js';
import { privateFolder } from './ownership.js';
import { type OnUnpack, type Pack, unpackedMegabytes } from './pack.js';
import { temporaryFolder } from './temporary-folder.js';
import { unpack } from './unpack.js';

const preparing = new Map<string, Promise<string>>();

/** The folder with the unpacked browser; once per process and cache. */
export function unpacked(pack: Pack, environment: Environment, onUnpack?: OnUnpack): Promise<string> {
  const key = [cacheFolder(environment) ?? '', pack.fingerprint].join('\n');
  const known = preparing.get(key);
  if (known !== undefined) return known;
  const started = unpackInto(pack, environment, onUnpack);
  preparing.set(key, started);
  // A failure (a full disk) may be fixed before the next try.
  started.catch(() => preparing.delete(key));
  return started;
}

function cacheFolder(environment: Environment): string | undefined {
  const named = environment['XDG_CACHE_HOME'];
  if (named !== undefined && isAbsolute(named)) return join(named, 'carboncard');
  const home = environment['HOME'];
  return home !== undefined && isAbsolute(home) ? join(home, '.cache', 'carboncard') : undefined;
}

async function unpackInto(pack: Pack, environment: Environment, onUnpack: OnUnpack | undefined): Promise<string> {
  const cache = cacheFolder(environment);
  if (cache !== undefined && (await privateFolder(cache))) {
    try {
      return await cachedIn(cache, pack, onUnpack);
    } catch (error) {
      if (!isUnwritable(error)) throw explained(error, cache);
    }
  }
  // No home to keep it in: unpack for this process alone, under a name that nobody could have prepared.
  const { folder } = await temporaryFolder();
  onUnpack?.(unpackedMegabytes);
  try {
    await unpack(pack, folder);
  } catch (error) {
    throw explained(error, folder);
  }
  return folder;
}

function isUnwritable(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
}

function explained(error: unknown, folder: string): unknown {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error)) ? noRoom(folder) : error;
}
