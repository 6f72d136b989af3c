import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A private folder of this process, under a name that nobody could have prepared; `remove` takes it away before the process ends. */
export async function temporaryFolder(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const folder = await mkdtemp(join(tmpdir(), 'carboncard-'));
  return { folder, remove: removedAtExit(folder) };
}

/** Removes the folder when the process ends, also by a signal; gives what removes it before. The browser ends with its pipe. */
function removedAtExit(folder: string): () => void {
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', remove);
    for (const signal of signals) process.off(signal, onSignal);
    remove();
  };
  process.once('exit', remove);
  for (const signal of signals) process.once(signal, onSignal);
  return release;
}
