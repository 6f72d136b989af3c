import { rmSync } from 'node:fs';
import { lstat, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isLeftover, markPattern, newMark, nowInUse, released } from '../leftovers.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const names = new RegExp(`^carboncard-collect-${markPattern}$`);

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
 * Makes a private folder, which is removed at the end of the process, also by a signal. Those of runs that were killed are removed
 * first.
 *
 * @param root Where it is made; the folder for temporary files where absent.
 */
export async function makeWorkFolder(root = tmpdir()): Promise<WorkFolder> {
  await removeAbandoned(root);
  const path = join(resolve(root), `carboncard-collect-${newMark()}`);
  nowInUse(path);
  await mkdir(path, { mode: 0o700 });
  const remove = removedAtExit(path);
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

async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    if (!names.test(name)) continue;
    const path = join(root, name);
    const facts = await lstat(path).catch(() => undefined);
    if (facts?.isDirectory() === true && isLeftover(names, name, path, facts))
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function removedAtExit(path: string): () => void {
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const release = (): void => {
    for (const signal of signals) process.off(signal, onSignal);
    process.off('exit', remove);
    remove();
    released([path]);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  process.once('exit', remove);
  for (const signal of signals) process.once(signal, onSignal);
  return release;
}
