import { basename, isAbsolute, join, resolve } from 'node:path';
import { isThere } from './compare.js';
import { noteRead } from './known/reads.js';

/** Characters without one of which no path is a pattern. */
const special = /[*?[\](){}!+@|\\]/;

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
  if (!special.test(pattern)) return [named(pattern)];
  // Loaded here and not above: most paths are no patterns.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern) || (await isThere(fileIn(folder, pattern)))) return [named(pattern)];
  const [from, rest] = isAbsolute(pattern) ? splitPattern(pattern, isDynamicPattern) : ['', pattern];
  // Links may lead round in a circle, and out of the folder that is meant.
  const names = await glob(rest, { cwd: fileIn(folder, from), expandDirectories: false, followSymbolicLinks: false });
  const found = names.sort((a, b) => (a < b ? -1 : 1)).map((name) => named(`${from}${name}`));
  noteRead('pattern', `${folder}\0${pattern}`, found.map(({ name }) => name).join('\n'));
  return found;
}

/**
 * Files that a person named, by paths and patterns such as `models/**\/carboncard.yaml`: each once, as `filesNamed` finds them, and
 * named as the person first named them.
 *
 * @returns With each pattern that no file matches.
 */
export async function filesOfPatterns(
  patterns: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly unmatched: readonly string[] }> {
  const files = new Map<string, string>();
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const found = await filesNamed(pattern, '.');
    if (found.length === 0) unmatched.push(pattern);
    const isPath = found.length === 1 && found[0]?.file === join('.', pattern);
    for (const { file } of found) if (!files.has(resolve(file))) files.set(resolve(file), isPath ? pattern : file);
  }
  return { files: [...files.values()], unmatched };
}

function fileIn(folder: string, name: string): string {
  return isAbsolute(name) ? name : join(folder, name);
}

/** `/data/run-7/`, `*.csv`: the folders of an absolute pattern before the first part that is one, and the rest. */
function splitPattern(pattern: string, isDynamic: (part: string) => boolean): readonly [string, string] {
  const parts = pattern.split('/');
  const first = parts.findIndex(isDynamic);
  return [`${parts.slice(0, first).join('/')}/`, parts.slice(first).join('/')];
}

/** A file as a report names it: of an absolute path the last part alone. */
export function shownName(name: string): string {
  return isAbsolute(name) ? basename(name) : name;
}
