import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inTemporaryFolder, temporaryFolder } from '../chromium/temporary-folder.js';
import { bytesOf, type CommittedFile, type Repository } from './repository.js';

/** A private folder with files of a commit, under their paths in the repository. */
export interface CommitCopy {
  readonly folder: string;
  readonly add: (files: readonly CommittedFile[]) => Promise<void>;
  readonly remove: () => void;
}

/**
 * An empty copy of a commit, which files are added to.
 *
 * @throws {MissingError} Where no temporary folder can be made.
 */
export async function commitCopy(repository: Repository): Promise<CommitCopy> {
  const { folder, remove } = await temporaryFolder();
  const add = async (files: readonly CommittedFile[]): Promise<void> => {
    for (const file of files) {
      if (!isInside(file.path)) continue;
      const path = join(folder, file.path);
      const bytes = await bytesOf(repository, file);
      await inTemporaryFolder(folder, async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      });
    }
  };
  return { folder, add, remove };
}

/** A tree that git did not make itself can hold any path. */
function isInside(path: string): boolean {
  return path.split(/[\\/]/).every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes(':'));
}
