import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync, type Stats } from 'node:fs';
import { hostname } from 'node:os';
import { hoursSinceChange } from './clock.js';
import { codeOf } from './system-error.js';

/**
 * What a run makes for itself bears its mark: machine, process, a random part. By it the next run finds what a killed one left.
 *
 * Process ids mean something on one machine only, and there in one container: a folder can be shared by several.
 */
export const markPattern = '([0-9a-f]{8})-(\\d+)-[0-9a-f]{16}';
const machine = createHash('sha256').update(`${hostname()} ${processIds()}`).digest('hex').slice(0, 8);

/** The process ids that this process sees, as Linux names them; nothing elsewhere. */
function processIds(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/**
 * No run needs its temporary files for so long. By age goes what a process id says nothing of: of another machine or container,
 * or of a process id that another program has now.
 */
const maxHours = 24;

/** Paths that this process uses: in a container, a killed run may have had the same process id. */
const inUse = new Set<string>();

/** A new mark of this process. */
export function newMark(): string {
  return `${machine}-${process.pid}-${randomBytes(8).toString('hex')}`;
}

/** Call it with what has a mark of this process, before it is made. */
export function nowInUse(path: string): void {
  inUse.add(path);
}

/** Call it with what is renamed or removed. */
export function released(paths: readonly string[]): void {
  for (const path of paths) inUse.delete(path);
}

/**
 * Whether something was left by a run of this user that was killed. What a run that goes on uses, here or elsewhere, is not.
 *
 * @param names Names of this kind of thing, with `markPattern` in them.
 * @param facts Of the thing itself, not of what a link leads to.
 */
export function isLeftover(names: RegExp, name: string, path: string, facts: Stats): boolean {
  const [, owner, pid] = names.exec(name) ?? [];
  if (owner === undefined || pid === undefined || !isOwn(facts)) return false;
  const isOld = hoursSinceChange(facts) > maxHours;
  if (owner !== machine) return isOld;
  if (Number(pid) === process.pid) return !inUse.has(path);
  return isOld || !isAlive(Number(pid));
}

/** Whether a name is of something that another process of this machine makes now. */
export function isBeingMade(names: RegExp, name: string): boolean {
  const [, owner, pid] = names.exec(name) ?? [];
  return owner === machine && pid !== undefined && Number(pid) !== process.pid && isAlive(Number(pid));
}

/** Whether this user made it. Windows has no such ids. */
function isOwn({ uid }: Stats): boolean {
  const own = process.getuid?.();
  return own === undefined || own === uid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
