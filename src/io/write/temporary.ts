import { rmSync } from 'node:fs';
import { lstat, readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isLeftover, markPattern, newMark, nowInUse, released } from '../leftovers.js';

const names = new RegExp(`^\\.carboncard-${markPattern}\\.tmp$`);

/** Paths that are being written, and would stay where a signal ended the process. */
const pending = new Set<string>();

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Removes what is half written, and ends as the signal would have. */
function onSignal(signal: NodeJS.Signals): void {
  for (const one of signals) process.off(one, onSignal);
  for (const path of pending) rmSync(path, { force: true });
  process.kill(process.pid, signal);
}

/** Call it when a file has its place, or is not written. */
export function settled(paths: readonly string[]): void {
  released(paths);
  for (const path of paths) pending.delete(path);
  if (pending.size === 0) for (const signal of signals) process.off(signal, onSignal);
}

/** A name beside the file, to be renamed to it. It doesn't contain the file's own name, which may already be as long as the file system takes. */
export function temporaryFor(target: string): string {
  const path = join(dirname(target), `.carboncard-${newMark()}.tmp`);
  nowInUse(path);
  if (pending.size === 0) for (const signal of signals) process.once(signal, onSignal);
  pending.add(path);
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
