import { createHash, randomBytes } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf } from './system-error.js';

// Process ids mean something on one machine only, and a folder can be shared by several.
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const pattern = /^\.carboncard-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;

/** Files that this process is writing: in a container, a killed run may have had the same process id. */
const inUse = new Set<string>();

/**
 * A name beside the file, to be renamed to it, that names its process. It doesn't contain the file's own name, which may
 * already be as long as the file system takes.
 */
export function temporaryFor(target: string): string {
  const path = join(dirname(target), `.carboncard-${machine}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`);
  inUse.add(path);
  return path;
}

/** Call it when the files are renamed or removed. */
export function released(paths: readonly string[]): void {
  for (const path of paths) inUse.delete(path);
}

/** Removes the temporary files of runs that were killed. Those of a run that goes on, here or on another machine, stay. */
export async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, owner, pid] = pattern.exec(name) ?? [];
    const path = join(folder, name);
    if (owner !== machine || pid === undefined || isAlive(Number(pid), path)) continue;
    await unlink(path).catch(() => undefined);
  }
}

function isAlive(pid: number, path: string): boolean {
  if (pid === process.pid) return inUse.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
