import type { TrackerId } from '../trackers/ids.js';
import { exactSum } from '../units/exact-sum.js';
import { type LoggedSpan, machinesOf } from './logged-span.js';
import { sharesOnOneMachine } from './one-machine.js';
import { clustersOf, mostAtOnce } from './spans.js';

/** Runs that overlap in time, and what they used if they ran on one machine, or on several. */
export interface Overlap {
  /** A question, or what was done: runs were counted once, as the manifest says, or because they are of the same card. */
  readonly kind: 'overlap' | 'counted-once' | 'same-card';
  /** The phases of the runs; with several of them, no phase alone has the answer. */
  readonly phases: readonly unknown[];
  readonly runs: number;
  /** The most runs at one time. */
  readonly machines: number;
  readonly logs: ReadonlyMap<string, TrackerId>;
  /** Lines of the runs in the first log, as far as a sentence has them. */
  readonly lines: readonly number[];
  /** kWh on one machine, and on several. */
  readonly once: number;
  readonly added: number;
  /** Whether the runs are so alike that they are almost certainly readings of one machine. */
  readonly areAlike: boolean;
}

/** Overlaps that are open questions, one for each set of phases. */
export function overlapsIn(spans: readonly LoggedSpan[]): readonly Overlap[] {
  const open = spans.filter(({ sameMachine }) => sameMachine !== false);
  const found = machinesOf(open).flatMap(clustersOf).filter(isQuestion);
  return joined(found.map((cluster) => overlapOf(cluster, 'overlap', sumOf(cluster.map(({ energy, share }) => energy * share.energy)))));
}

/** Whether runs of a cluster were not counted once already, and are not beside each other by their nature. */
function isQuestion(cluster: readonly LoggedSpan[]): boolean {
  const [{ once, lane } = { once: undefined, lane: undefined }] = cluster;
  if (once !== undefined && cluster.every((span) => span.once === once)) return false;
  return lane === undefined || cluster.some((span) => span.lane !== lane);
}

/** Shares by which the energies, and the times, of one machine's runs differ at most. */
const alike = { energy: 0.001, time: 0.01 } as const;

/** @param added kWh of all runs, as they are counted without this overlap. */
export function overlapOf(cluster: readonly LoggedSpan[], kind: Overlap['kind'], added: number): Overlap {
  const shares = sharesOnOneMachine(cluster, () => undefined);
  const energies = cluster.map(({ energy }) => energy);
  const common = least(cluster.map(({ end }) => end)) - most(cluster.map(({ start }) => start));
  const longest = most(cluster.map(({ start, end }) => end - start));
  const [first] = cluster;
  return {
    kind,
    phases: [...new Set(cluster.map(({ phase }) => phase))],
    runs: cluster.length,
    machines: mostAtOnce(cluster),
    logs: new Map(cluster.map(({ log, machine }) => [log, machine.tracker])),
    lines: cluster.filter(({ log }) => log === first?.log).map(({ line }) => line),
    once: sumOf(shares.map(({ energy }, at) => energy * (energies[at] ?? 0))),
    added,
    areAlike: most(energies) - least(energies) <= alike.energy * most(energies) && common >= longest * (1 - alike.time),
  };
}

/** Overlaps of the same phases as one. */
export function joined(overlaps: readonly Overlap[]): readonly Overlap[] {
  const numbers = new Map<unknown, number>();
  const numberOf = (phase: unknown): number => {
    const number = numbers.get(phase) ?? numbers.size;
    numbers.set(phase, number);
    return number;
  };
  const groups = new Map<string, Overlap>();
  for (const overlap of overlaps) {
    const key = [overlap.kind, ...overlap.phases.map(numberOf).sort((a, b) => a - b)].join(' ');
    const other = groups.get(key);
    groups.set(key, other === undefined ? overlap : sumOfOverlaps(other, overlap));
  }
  return [...groups.values()];
}

function sumOfOverlaps(a: Overlap, b: Overlap): Overlap {
  const isOneLog = a.logs.size === 1 && b.logs.size === 1 && [...a.logs.keys()][0] === [...b.logs.keys()][0];
  return {
    ...a,
    runs: a.runs + b.runs,
    machines: Math.max(a.machines, b.machines),
    logs: new Map([...a.logs, ...b.logs]),
    lines: isOneLog ? [...a.lines, ...b.lines] : a.lines,
    once: a.once + b.once,
    added: a.added + b.added,
    areAlike: a.areAlike && b.areAlike,
  };
}

function sumOf(values: readonly number[]): number {
  const sum = exactSum();
  for (const value of values) sum.add(value);
  return sum.value;
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
