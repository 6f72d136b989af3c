import type { MachineMarks } from '../trackers/machine-marks.js';
import type { RunRecord } from '../trackers/record.js';
import type { FoundRun } from '../trackers/tracker.js';

/** What is known of a machine from its logs. */
export interface Machine {
  readonly tracker: RunRecord['tracker'];
  readonly place: RunRecord['place'];
  readonly accelerator: RunRecord['accelerator'];
  readonly marks: MachineMarks;
}

/** The machines of runs. Runs with the same marks have the same object. */
export interface Machines {
  readonly of: (found: FoundRun) => Machine;
}

/** Machines that are told apart. Beyond them, runs are compared by their tool alone. */
const maxMachines = 2000;

export function createMachines(): Machines {
  const known = new Map<string, Machine>();
  let last: { readonly run: RunRecord; readonly marks: MachineMarks | undefined; readonly machine: Machine } | undefined;
  const machineOf = ({ run: { tracker, place, accelerator }, machine: marks = {} }: FoundRun): Machine => {
    const own = { tracker, place, accelerator, marks };
    const key = JSON.stringify(own);
    const found = known.get(key);
    if (found !== undefined) return found;
    const machine = known.size < maxMachines ? own : { tracker, place: {}, accelerator: undefined, marks: { isUtc: marks.isUtc } };
    known.set(known.size < maxMachines ? key : JSON.stringify(machine), machine);
    return machine;
  };
  return {
    of: (found) => {
      const { run, machine: marks } = found;
      // Most runs are of the machine of the run before, with the same objects.
      if (
        last?.marks === marks &&
        last?.run.place === run.place &&
        last.run.accelerator === run.accelerator &&
        last.run.tracker === run.tracker
      )
        return last.machine;
      last = { run, marks, machine: machineOf(found) };
      return last.machine;
    },
  };
}

/**
 * Machines in groups of which each may be one machine: none of its members differs from another in what both logs say. Each is in
 * one group, whatever their order.
 */
export function groupsOfMachines(machines: Iterable<Machine>): ReadonlyMap<Machine, number> {
  // Those of which most is known come first: they decide what the others are compared with.
  const sorted = [...new Set(machines)].map((machine) => [JSON.stringify(machine), machine] as const);
  sorted.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const groups: Machine[][] = [];
  const numbers = new Map<Machine, number>();
  for (const [, machine] of sorted) {
    const found = groups.findIndex((group) => group.every((other) => mayBeOne(machine, other)));
    const at = found === -1 ? groups.length : found;
    groups[at] = [...(groups[at] ?? []), machine];
    numbers.set(machine, at);
  }
  return numbers;
}

/** Degrees between two answers for one address. */
const maxDegrees = 0.5;

/**
 * Whether two logs may be of one machine. What one of them leaves open decides nothing. The words of a tool are compared with its own
 * alone: two tools write one processor or one region in two ways. A local time is not compared with one in UTC.
 */
export function mayBeOne(a: Machine, b: Machine): boolean {
  const isOneTool = a.tracker === b.tracker;
  if ((a.marks.isUtc ?? false) !== (b.marks.isUtc ?? false)) return false;
  if (!areSamePlace(a, b, isOneTool) || !areNear(a.marks.coordinates, b.marks.coordinates)) return false;
  if (!share(a.marks.hosts, b.marks.hosts)) return false;
  const [cards, others] = [a.marks.cards, b.marks.cards];
  if (cards?.kind === others?.kind && !share(cards?.ids, others?.ids)) return false;
  if (isOneTool && cards === undefined && differ(a.accelerator?.count, b.accelerator?.count)) return false;
  if (isOneTool && !haveSameTraits(a.marks.traits, b.marks.traits)) return false;
  return isOneModel(a.accelerator?.name, b.accelerator?.name);
}

function differ(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function share(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const ids = new Set(b);
  return a.some((id) => ids.has(id));
}

function areSamePlace({ place: a }: Machine, { place: b }: Machine, isOneTool: boolean): boolean {
  // FRA and FR are one country; FRA and DEU are two.
  const isComparable = isOneTool || (a.country?.length === b.country?.length && (a.country?.length ?? 0) <= 3);
  if (isComparable && differ(a.country?.toLowerCase(), b.country?.toLowerCase())) return false;
  if (differ(a.cloud, b.cloud) || differ(a.cloudRegion, b.cloudRegion)) return !isOneTool;
  return !isOneTool || !differ(a.region?.toLowerCase(), b.region?.toLowerCase());
}

function areNear(a: MachineMarks['coordinates'], b: MachineMarks['coordinates']): boolean {
  if (a === undefined || b === undefined) return true;
  return Math.abs(a[0] - b[0]) <= maxDegrees && Math.abs(a[1] - b[1]) <= maxDegrees;
}

function haveSameTraits(a: MachineMarks['traits'] = {}, b: MachineMarks['traits'] = {}): boolean {
  return Object.entries(a).every(([trait, text]) => !differ(text, b[trait]));
}

/** Whether two names may be of one model: `NVIDIA A100-SXM4-80GB` and `a100`. The words with a digit of one are in the other. */
function isOneModel(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  return [...short].every((word) => long.has(word));
}

function wordsOf(name = ''): ReadonlySet<string> {
  return new Set(
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => /\d/.test(word)),
  );
}

/** The card or cards that a recording is of, as one text; `undefined` where they may be in another machine too. */
export function cardsOf({ marks: { cards } }: Machine): string | undefined {
  return cards?.kind === 'uuid' ? [...new Set(cards.ids)].sort().join(' ') : undefined;
}
