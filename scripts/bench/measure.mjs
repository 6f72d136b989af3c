// Times whole processes: wall clock, and processor time, which other programs on the machine disturb less.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const main = `${root}dist/cli/main.js`;
const bench = `${root}scripts/bench.mjs`;

/**
 * Runs Node once, to the end.
 *
 * @returns Seconds of wall clock; seconds of processor time with those of its own processes, where the system tells; what it printed.
 * @throws {Error} Where it fails.
 */
export function run(args, { cwd, env } = {}) {
  const before = processorSeconds();
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
    cwd,
    env: { ...process.env, ...env },
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const after = processorSeconds();
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr || stdout}`);
  return { wall, cpu: before === undefined || after === undefined ? undefined : after - before, text: stdout };
}

/** A measurement in a process of its own, which `bench.mjs` passes on: what it printed, as numbers. */
export function runTask(task, ...args) {
  return run([bench, 'task', task, ...args.map(String)])
    .text.trim()
    .split(/\s+/)
    .map(Number);
}

/**
 * Times several things in turn, so that a busy moment of the machine hits all of them.
 *
 * @param tasks Each by its name: gives what `run` gives.
 * @returns The medians, by name.
 */
export function inTurn(tasks, rounds) {
  const all = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const [name, task] of Object.entries(tasks)) all[name].push(task());
  return Object.fromEntries(Object.entries(all).map(([name, times]) => [name, medians(times)]));
}

function medians(times) {
  const of = (key) => (times.some((one) => one[key] === undefined) ? undefined : median(times.map((one) => one[key])));
  return { wall: of('wall'), cpu: of('cpu') };
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Processor time of all processes that this one has waited for, and theirs. Linux counts it in ticks of 10 ms. */
function processorSeconds() {
  try {
    const [, fields] = readFileSync('/proc/self/stat', 'utf8').split(/\) (.*)/s);
    const [user, system] = fields.split(' ').slice(13, 15).map(Number);
    return (user + system) / 100;
  } catch {
    return undefined;
  }
}
