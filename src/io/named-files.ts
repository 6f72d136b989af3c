import { join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isThere } from './compare.js';

export interface NamedFile {
  readonly file: string;
  /** As it is named from the folder on, with forward slashes. */
  readonly name: string;
}

/**
 * Files that a path or a pattern (`logs/*.csv`) names, from a folder on, in the order of their names. A path that is
 * there is that file, whatever characters are in it; one that is not there is named too, unless a character makes it a pattern,
 * so that reading it reports why.
 */
export async function filesNamed(pattern: string, folder: string): Promise<readonly NamedFile[]> {
  const named = (name: string): NamedFile => ({ file: join(folder, name), name: name.replaceAll('\\', '/') });
  if (!isDynamicPattern(pattern) || (await isThere(join(folder, pattern)))) return [named(pattern)];
  // Links may lead round in a circle, and out of the folder that is meant.
  const names = await glob(pattern, { cwd: folder, expandDirectories: false, followSymbolicLinks: false });
  return names.sort((a, b) => (a < b ? -1 : 1)).map(named);
}
