import { lstat, readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isLeftover, markPattern, newMark, nowInUse } from '../leftovers.js';

const names = new RegExp(`^\\.carboncard-${markPattern}\\.tmp$`);

/** A name beside the file, to be renamed to it. It doesn't contain the file's own name, which may already be as long as the file system takes. */
export function temporaryFor(target: string): string {
  const path = join(dirname(target), `.carboncard-${newMark()}.tmp`);
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
