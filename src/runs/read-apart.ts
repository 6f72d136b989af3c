import type { TrackerId } from '../trackers/ids.js';
import { exactSum } from '../units/exact-sum.js';
import { type LoggedSpan, machinesOf } from './logged-span.js';
import { joinedTimes, type Part, tolerance } from './spans.js';

/** Logs of a machine that read its processors and memory, and others that read its GPUs at the same time. */
export interface ReadApart {
  /** The phases that have the processors, and those that have the GPUs. */
  readonly phases: readonly [processors: readonly unknown[], gpus: readonly unknown[]];
  readonly processors: ReadonlyMap<string, TrackerId>;
  readonly gpus: ReadonlyMap<string, TrackerId>;
  /** Line of the first run in the first log of the processors. */
  readonly line: number;
  /** kWh of the processors and memory. */
  readonly energy: number;
  /** Hours of these runs, and for how many of them the GPUs were read. */
  readonly hours: number;
  readonly hoursRead: number;
}

/**
 * Readings that add up to one machine. A phase of processors whose GPUs were not read gets their rated energy, although the other
 * log has what they took: one phase has to have both.
 */
export function readApart(spans: readonly LoggedSpan[]): readonly ReadApart[] {
  const asked = spans.filter(({ sameMachine, part }) => sameMachine !== false && part !== 'machine');
  const found = machinesOf(asked).flatMap((machine) => {
    const [processors, gpus] = (['processors', 'accelerators'] as const).map((part) => sortedOf(machine, part));
    const hours = withHours(processors ?? [], gpus ?? []);
    const others = withHours(gpus ?? [], processors ?? []);
    return hours.length === 0 || others.length === 0 ? [] : [apartOf(hours, others)];
  });
  return joined(found);
}

interface Common {
  readonly span: LoggedSpan;
  /** Seconds for which the other part was read. */
  readonly seconds: number;
}

function sortedOf(machine: readonly LoggedSpan[], part: Part): readonly LoggedSpan[] {
  return machine.filter((span) => span.part === part).sort((a, b) => a.start - b.start);
}

/** The spans at the same time as others, with the seconds of that. Both are sorted by their starts. */
function withHours(spans: readonly LoggedSpan[], others: readonly LoggedSpan[]): readonly Common[] {
  const times = joinedTimes(others);
  let first = 0;
  return spans.flatMap((span) => {
    while ((times[first]?.end ?? Infinity) <= span.start) first += 1;
    let seconds = 0;
    for (let at = first; (times[at]?.start ?? Infinity) < span.end; at++)
      seconds += Math.min(span.end, times[at]?.end ?? 0) - Math.max(span.start, times[at]?.start ?? 0);
    return seconds > tolerance ? [{ span, seconds }] : [];
  });
}

function apartOf(processors: readonly Common[], gpus: readonly Common[]): ReadApart {
  const phasesOf = (part: readonly Common[]): readonly unknown[] => [...new Set(part.map(({ span }) => span.phase))];
  const logsOf = (part: readonly Common[]): ReadonlyMap<string, TrackerId> =>
    new Map(part.map(({ span: { log, machine } }) => [log, machine.tracker]));
  return {
    phases: [phasesOf(processors), phasesOf(gpus)],
    processors: logsOf(processors),
    gpus: logsOf(gpus),
    line: processors[0]?.span.line ?? 1,
    energy: sumOf(processors.map(({ span }) => span.energy * span.share.energy)),
    hours: sumOf(processors.map(({ span: { start, end } }) => end - start)) / 3600,
    hoursRead: sumOf(processors.map(({ seconds }) => seconds)) / 3600,
  };
}

/** Those of the same phases as one. */
function joined(found: readonly ReadApart[]): readonly ReadApart[] {
  const numbers = new Map<unknown, number>();
  const numberOf = (phase: unknown): number => {
    const number = numbers.get(phase) ?? numbers.size;
    numbers.set(phase, number);
    return number;
  };
  const all = new Map<string, ReadApart>();
  for (const one of found) {
    const key = JSON.stringify(one.phases.map((phases) => phases.map(numberOf).sort((a, b) => a - b)));
    const other = all.get(key);
    all.set(key, other === undefined ? one : sumOfTwo(other, one));
  }
  return [...all.values()];
}

function sumOfTwo(a: ReadApart, b: ReadApart): ReadApart {
  return {
    ...a,
    processors: new Map([...a.processors, ...b.processors]),
    gpus: new Map([...a.gpus, ...b.gpus]),
    energy: a.energy + b.energy,
    hours: a.hours + b.hours,
    hoursRead: a.hoursRead + b.hoursRead,
  };
}

function sumOf(values: readonly number[]): number {
  const sum = exactSum();
  for (const value of values) sum.add(value);
  return sum.value;
}
