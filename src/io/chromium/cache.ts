import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isBeingMade, isLeftover, markPattern, newMark, nowInUse, released } from '../leftovers.js';
import { codeOf } from '../system-error.js';
import { isIntact } from './intact.js';
import { isOnNoexec } from './ownership.js';
import { type OnUnpack, type Pack, unpackedMegabytes } from './pack.js';
import { NoexecError, unpack } from './unpack.js';

/**
 * The folder with this version’s browser in a private cache, unpacked where it is not there whole.
 *
 * @throws {NoexecError} Where it could not be run from there.
 */
export async function cachedIn(cache: string, pack: Pack, onUnpack?: OnUnpack): Promise<string> {
  const folder = join(cache, `chromium-${pack.version}-${process.platform}-${process.arch}`);
  await removeAbandoned(cache);
  if (await isIntact(folder, pack)) {
    if (await isOnNoexec(join(folder, 'chromium'))) throw new NoexecError(cache);
    return folder;
  }
  const partial = partialOf(folder);
  onUnpack?.(unpackedMegabytes);
  try {
    await mkdir(partial, { mode: 0o700 });
    await othersFirst(cache, folder, partial);
    if (await isIntact(folder, pack)) return folder;
    await unpack(pack, partial);
    await takeThePlace(partial, folder, pack);
  } finally {
    await rm(partial, { recursive: true, force: true });
    released([partial]);
  }
  return folder;
}

function partialOf(folder: string): string {
  const path = `${folder}.${newMark()}.partial`;
  nowInUse(path);
  return path;
}

/** Longer than unpacking takes on a slow disk. */
const maxWait = 30_000;
const step = 100;

/**
 * Waits for another process that unpacks the same browser, so that ten at once don't write it ten times. Of those that begin
 * together, the first by name goes on. Without it, or where it takes too long, the files are whole all the same.
 */
async function othersFirst(cache: string, folder: string, partial: string): Promise<void> {
  for (let waited = 0; waited < maxWait; waited += step) {
    const names = await readdir(cache).catch(() => []);
    const others = names.filter((name) => name.startsWith(`${basename(folder)}.`) && isBeingMade(partials, name));
    const ahead = await Promise.all(others.map(async (name) => name < basename(partial) || (await isBegun(join(cache, name)))));
    if (!ahead.includes(true)) return;
    await new Promise((done) => setTimeout(done, step));
  }
}

async function isBegun(partial: string): Promise<boolean> {
  return (await readdir(partial).catch(() => [])).length > 0;
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
    released([broken]);
  }
}

const partials = new RegExp(`^chromium-[\\w.-]+\\.${markPattern}\\.partial$`);

/** Removes folders that a killed process left half unpacked. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache).catch(() => [])) {
    if (!partials.test(name)) continue;
    const path = join(cache, name);
    const facts = await lstat(path).catch(() => undefined);
    if (facts?.isDirectory() === true && isLeftover(partials, name, path, facts))
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
