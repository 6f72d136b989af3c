import { mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../chromium/temporary-folder.js';

/** A private folder for what does not fit into memory, and for links to what is read. */
export interface WorkFolder {
  readonly path: string;
  /** Where DuckDB writes what does not fit into memory. */
  readonly spill: string;
  /** A name for a file that has no character which a database could take for a pattern or for the end of a text. */
  readonly linkTo: (file: string, extension: string) => Promise<string>;
  readonly remove: () => void;
}

/**
 * Makes a private folder, which is removed at the end of the process, also by a signal.
 *
 * @param named Where it is made; the folder for temporary files where absent.
 * @throws {MissingError} Where none can be made.
 */
export async function makeWorkFolder(named?: string): Promise<WorkFolder> {
  const { folder: path, remove } = await temporaryFolder(named);
  const spill = join(path, 'spill');
  await mkdir(spill);
  let links = 0;
  return {
    path,
    spill,
    linkTo: async (file, extension) => {
      const link = join(path, `${links}${extension}`);
      links += 1;
      await symlink(resolve(file), link);
      return link;
    },
    remove,
  };
}
