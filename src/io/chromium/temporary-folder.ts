import { rmSync } from 'node:fs';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isLeftover, markPattern, newMark, nowInUse, released } from '../leftovers.js';
import { codeOf } from '../system-error.js';
import { noTemporaryFolder } from './messages.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const names = new RegExp(`^carboncard-${markPattern}$`);

/**
 * A private folder of this process, under a name that nobody could have prepared; `remove` takes it away before the process ends.
 * Those of runs that were killed are removed first.
 *
 * @param named Where a person wants it; else it is where the system has temporary files.
 * @throws {MissingError} When none can be made.
 */
export async function temporaryFolder(named?: string): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const root = resolve(named ?? tmpdir());
  await removeAbandoned(root);
  const folder = join(root, `carboncard-${newMark()}`);
  nowInUse(folder);
  await inTemporaryFolder(root, () => mkdir(folder, { mode: 0o700 }), named !== undefined);
  return { folder, remove: removedAtExit(folder) };
}

/**
 * Does work in a temporary folder.
 *
 * @param isNamed A person named the folder.
 * @throws {MissingError} Where the system refuses it: the disk is full, most often.
 */
export async function inTemporaryFolder<Result>(folder: string, work: () => Promise<Result>, isNamed = false): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw noTemporaryFolder(folder, codeOf(error), isNamed);
    throw error;
  }
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

/**
 * Removes the folder when the process ends, also by a signal; gives what removes it before. The browser ends with its pipe. On a busy
 * machine its helpers may still write when it is gone: what can't be removed now is tried again at the end of the process, and is removed
 * by a later run otherwise. The work that it was for is done, and does not fail with it.
 */
function removedAtExit(folder: string): () => void {
  const remove = (): boolean => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
      return true;
    } catch {
      return false;
    }
  };
  const atExit = (): void => void remove();
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of signals) process.off(signal, onSignal);
    if (!remove()) return;
    process.off('exit', atExit);
    released([folder]);
  };
  process.once('exit', atExit);
  for (const signal of signals) process.once(signal, onSignal);
  return release;
}
