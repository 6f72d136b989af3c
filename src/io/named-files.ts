import { basename, isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isThere } from './compare.js';

export interface NamedFile {
  readonly file: string;
  /** As it is named from the folder on, with forward slashes; of an absolute path the last part alone, since the rest is private. */
  readonly name: string;
}

/**
 * Files that a path or a pattern (`logs/*.csv`) names, in the order of their names: from a folder on, or absolute. A path that is
 * there is that file, whatever characters are in it; one that is not there is named too, unless a character makes it a pattern,
 * so that reading it reports why.
 */
export async function filesNamed(pattern: string, folder: string): Promise<readonly NamedFile[]> {
  const named = (name: string): NamedFile => ({ file: fileIn(folder, name), name: shownName(name.replaceAll('\\', '/')) });
  if (!isDynamicPattern(pattern) || (await isThere(fileIn(folder, pattern)))) return [named(pattern)];
  const [from, rest] = isAbsolute(pattern) ? splitPattern(pattern) : ['', pattern];
  // Links may lead round in a circle, and out of the folder that is meant.
  const names = await glob(rest, { cwd: fileIn(folder, from), expandDirectories: false, followSymbolicLinks: false });
  return names.sort((a, b) => (a < b ? -1 : 1)).map((name) => named(`${from}${name}`));
}

function fileIn(folder: string, name: string): string {
  return isAbsolute(name) ? name : join(folder, name);
}

/** `/data/run-7/`, `*.csv`: the folders of an absolute pattern before the first part that is one, and the rest. */
function splitPattern(pattern: string): readonly [string, string] {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return [`${parts.slice(0, first).join('/')}/`, parts.slice(first).join('/')];
}

/** A file as a report names it: of an absolute path the last part alone. */
export function shownName(name: string): string {
  return isAbsolute(name) ? basename(name) : name;
}
