import { lstat, readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isLeftover, marked, newMark, nowInUse } from '../leftovers.js';

const [before, after] = ['.carboncard-', '.tmp'] as const;
const names = marked(before, after);

/** A name beside the file, to be renamed to it. It doesn't contain the file's own name, which may already be as long as the file system takes. */
export function temporaryFor(target: string): string {
  const path = join(dirname(target), `${before}${newMark()}${after}`);
  nowInUse(path);
  return path;
}

/** Removes the temporary files of runs that were killed. Those of a run that goes on, here or on another machine, stay. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!names.test(name)) continue;
    const path = join(folder, name);
    const facts = await lstat(path).catch(() => undefined);
    if (facts?.isFile() === true && isLeftover(names, name, path, facts)) await unlink(path).catch(() => undefined);
  }
}
