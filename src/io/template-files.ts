import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noteRead } from './known/reads.js';
import { packageRoot } from './package-root.js';

/** Folder of the bundled templates, in a checkout and in the installed package. */
export const bundledTemplates = join(packageRoot, 'templates/');

/** Names in a folder, sorted; nothing where there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  const names = await readdir(folder).then(
    (found) => found.sort(),
    () => undefined,
  );
  noteRead('names', folder, names?.join('\n'));
  return names;
}
