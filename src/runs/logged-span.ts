import type { RunRecord } from '../trackers/record.js';
import type { FoundRun } from '../trackers/tracker.js';
import { cardsOf, groupsOfMachines, type Machine } from './machines.js';
import { type Share, type Span, whole } from './spans.js';

/** A run of a log, and the phase to which it belongs. */
export interface Taken {
  readonly found: FoundRun;
  /** Name of the log, as a person knows it. */
  readonly log: string;
  /** Whatever stands for the phase. */
  readonly phase: unknown;
  /** What the manifest says: whether runs at the same time are readings of one machine. */
  readonly sameMachine?: boolean | undefined;
  /** Counts the run, or the part of it that counts; or its work alone. */
  readonly count: (run: RunRecord, isWork?: boolean) => void;
}

/** A run whose time is known. */
export interface LoggedSpan extends Span {
  phase: unknown;
  readonly machine: Machine;
  readonly log: string;
  readonly line: number;
  /** Runs of one lane are at the same time by their nature, and no question. */
  readonly lane: string | undefined;
  readonly sameMachine: boolean | undefined;
  /** The run, where it may be counted in part. */
  readonly held: Taken | undefined;
  share: Share;
  /** Runs that were counted once together have the same number. */
  once: number | undefined;
}

export function loggedSpan(taken: Taken, times: Omit<Span, 'phase'>, machine: Machine): LoggedSpan {
  const { found, log, phase, sameMachine } = taken;
  const isHeld = sameMachine === true || cardsOf(machine) !== undefined;
  return {
    start: times.start,
    end: times.end,
    energy: times.energy,
    width: times.width,
    part: times.part,
    phase,
    machine,
    log,
    line: found.run.lines[1],
    lane: laneOf(found, log),
    sameMachine,
    held: isHeld ? taken : undefined,
    share: whole,
    once: undefined,
  };
}

/** Jobs of a cluster run beside each other on its nodes, parts of a modelled system too; some energies are of the process alone. */
function laneOf({ run: { tracker, alternative }, machine }: FoundRun, log: string): string | undefined {
  if (tracker === 'slurm' && machine?.hosts === undefined) return tracker;
  if (tracker === 'experiment-impact-tracker') return tracker;
  return tracker === 'impact-framework' || alternative !== undefined ? `${tracker} ${log}` : undefined;
}

/** Counts the part of a run that counts. What is of the run and not of the machine, such as its requests, stays whole. */
export function countPart({ found: { run }, count }: Taken, { energy, time }: Share): void {
  if (energy === 1 && time === 1) {
    count(run);
    return;
  }
  // Nothing that the machine has once is of this run.
  if (energy === 0 && time === 0) {
    count(run, true);
    return;
  }
  const part = (share: number, value: number | undefined): number | undefined => (value === undefined ? undefined : value * share);
  count({
    ...run,
    energy: part(energy, run.energy),
    parts: Object.fromEntries(Object.entries(run.parts).map(([id, kWh]) => [id, part(energy, kWh)])),
    reported: part(energy, run.reported),
    hours: part(time, run.hours),
    acceleratorHours: part(time, run.acceleratorHours),
    embodied: part(time, run.embodied),
    unread: run.unread && {
      ...run.unread,
      hours: run.unread.hours * time,
      acceleratorHours: part(time, run.unread.acceleratorHours),
    },
  });
}

/** Runs by the machine of which they may be. */
export function machinesOf(spans: readonly LoggedSpan[]): readonly (readonly LoggedSpan[])[] {
  const groups = groupsOfMachines(spans.map(({ machine }) => machine));
  return grouped(spans, ({ machine }) => groups.get(machine));
}

export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): readonly (readonly Item[])[] {
  const groups = new Map<unknown, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return [...groups.values()];
}
