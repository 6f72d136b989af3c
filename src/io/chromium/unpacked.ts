import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { cacheFolder } from '../cache-folder.js';
import { codeOf } from '../system-error.js';
import { cachedIn } from './cache.js';
import type { Environment } from './environment.js';
import { type CacheFault, damagedPack, messages, noRoom, notUnpacked, runsNothing } from './messages.js';
import { privateFolder } from './ownership.js';
import { type OnUnpack, type Pack, unpackedMegabytes } from './pack.js';
import { temporaryFolder } from './temporary-folder.js';
import { NoexecError, unpack } from './unpack.js';

/** Where the browser is unpacked, and what is odd about that. */
export interface Unpacked {
  readonly folder: string;
  readonly remarks: readonly Diagnostic[];
}

const preparing = new Map<string, Promise<Unpacked>>();

/** The folder with the unpacked browser; once per process and cache. */
export function unpacked(pack: Pack, environment: Environment, onUnpack?: OnUnpack): Promise<Unpacked> {
  const key = [cacheFolder(environment) ?? '', pack.fingerprint].join('\n');
  const known = preparing.get(key);
  if (known !== undefined) return known;
  const started = unpackInto(pack, environment, onUnpack);
  preparing.set(key, started);
  // A failure (a full disk) may be fixed before the next try.
  started.catch(() => preparing.delete(key));
  return started;
}

async function unpackInto(pack: Pack, environment: Environment, onUnpack: OnUnpack | undefined): Promise<Unpacked> {
  const cache = cacheFolder(environment);
  // No home to keep it in.
  if (cache === undefined) return { folder: await unpackedForOnce(pack, onUnpack), remarks: [] };
  let fault = await privateFolder(cache);
  if (fault === undefined) {
    try {
      return { folder: await cachedIn(cache, pack, onUnpack), remarks: [] };
    } catch (error) {
      fault = faultOf(error);
      if (fault === undefined) throw explained(error, cache, pack);
    }
  }
  return { folder: await unpackedForOnce(pack, onUnpack), remarks: [{ ...messages.cacheNotUsed(fault), file: cache }] };
}

/** Unpacks for this process alone, under a name that nobody could have prepared. */
async function unpackedForOnce(pack: Pack, onUnpack: OnUnpack | undefined): Promise<string> {
  const { folder, remove } = await temporaryFolder();
  onUnpack?.(unpackedMegabytes);
  try {
    await unpack(pack, folder);
    return folder;
  } catch (error) {
    remove();
    throw explained(error, folder, pack);
  }
}

/** Why a cache can't take the browser, though another folder may. */
function faultOf(error: unknown): CacheFault | undefined {
  if (error instanceof NoexecError) return 'noexec';
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error)) ? 'unwritable' : undefined;
}

function explained(error: unknown, folder: string, pack: Pack): unknown {
  if (error instanceof NoexecError) return runsNothing(folder);
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return noRoom(folder);
  if (error instanceof Error && 'syscall' in error) return notUnpacked(folder, code);
  // Of the decompressor: the file is cut, or has other bytes.
  return code === 'unknown' ? error : damagedPack(pack.folder);
}
