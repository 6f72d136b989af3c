import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, parse } from 'node:path';
import type { Read } from '../known/reads.js';

/** A name in a folder that is there, whether the name is or not; without a name, whatever is in the folder. */
export interface Place {
  readonly folder: string;
  readonly name?: string | undefined;
}

/** Places where something changed: names by folder. */
export type Touched = ReadonlyMap<string, ReadonlySet<string> | 'all'>;

/** Whether something changed at a place. */
export function isTouched({ folder, name }: Place, touched: Touched): boolean {
  const names = touched.get(folder);
  return names !== undefined && (names === 'all' || name === undefined || names.has(name));
}

/** Where a change can give another answer to what was asked of the disk. */
export async function placesOf({ kind, path }: Read): Promise<readonly Place[]> {
  if (kind === 'pattern') return placesOfPattern(path);
  if (kind === 'names' && (await isFolder(path))) return [{ folder: path }, await placeNear(path)];
  const own = await placeNear(path);
  // Behind a link, the file that is saved is in another folder.
  const real = await realpath(path).catch(() => path);
  return real === path ? [own] : [own, await placeNear(real)];
}

/** The place of a path; where its folder is missing, the place where the first missing folder would appear. */
async function placeNear(path: string): Promise<Place> {
  const folder = dirname(path);
  if (folder === path || (await isFolder(folder))) return { folder, name: basename(path) };
  return placeNear(folder);
}

const special = /[*?[\](){}!+@|\\]/;
/** Whether a slash has cut brackets of a pattern, of which this is a part. */
function isCut(part: string): boolean {
  return ['{}', '()'].some(([opens = '', closes = '']) => {
    const close = part.indexOf(closes);
    const isOpenAfter = part.lastIndexOf(opens) > part.lastIndexOf(closes);
    return isOpenAfter || (close >= 0 && !part.slice(0, close).includes(opens));
  });
}

/** The folders in which a pattern finds files or further folders. */
async function placesOfPattern(path: string): Promise<readonly Place[]> {
  const [folder = '', pattern = ''] = path.split('\0');
  const parts = pattern.split('/');
  const first = Math.max(
    0,
    parts.findIndex((part) => special.test(part)),
  );
  const base = join(isAbsolute(pattern) ? parse(pattern).root : folder, ...parts.slice(0, first));
  if (!(await isFolder(base))) return [await placeNear(base)];
  const inner = parts.slice(first, -1);
  if (inner.length === 0) return [{ folder: base }];
  const patterns = inner.some((part) => isCut(part)) ? ['**'] : inner.map((_, n) => inner.slice(0, n + 1).join('/'));
  const { glob } = await import('tinyglobby');
  const found = await glob(patterns, {
    cwd: base,
    onlyDirectories: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    // Thousands of folders, in which nobody edits.
    ignore: ['**/node_modules/**'],
  });
  return [...new Set([base, ...found.map((name) => join(base, name).replace(/(?<=.)[/\\]$/, ''))])].map((one) => ({ folder: one }));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}
