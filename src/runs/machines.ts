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
  const sorted = [...new Set(machines)].map((machine) => [JSON.stringify(machine), describedOf(machine)] as const);
  sorted.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const groups: Described[][] = [];
  const [byHost, byCard] = [createIndex(), createIndex()];
  const numbers = new Map<Machine, number>();
  for (const [, one] of sorted) {
    // Of the two lists of groups the shorter one.
    const [a, b] = [byHost.of(one.hosts, groups.length), byCard.of(one.cards, groups.length)];
    const found = (a.length <= b.length ? a : b).find((group) => groups[group]?.every((other) => areOne(one, other)));
    const at = found ?? groups.length;
    const group = groups[at];
    if (group === undefined) groups.push([one]);
    else group.push(one);
    byHost.add(one.hosts, at);
    byCard.add(one.cards, at);
    numbers.set(one.machine, at);
  }
  return numbers;
}

/** Groups by the ids of their machines. */
interface Index {
  readonly add: (ids: ReadonlySet<string> | undefined, group: number) => void;
  /** In their order, the groups that have one of the ids, and those without any. */
  readonly of: (ids: ReadonlySet<string> | undefined, groups: number) => readonly number[];
}

function createIndex(): Index {
  const byId = new Map<string, number[]>();
  const [withIds, without] = [new Set<number>(), new Set<number>()];
  return {
    add: (ids, group) => {
      if (ids === undefined && !withIds.has(group)) without.add(group);
      if (ids === undefined) return;
      withIds.add(group);
      without.delete(group);
      for (const id of ids) {
        const own = byId.get(id);
        if (own === undefined) byId.set(id, [group]);
        else if (own.at(-1) !== group) own.push(group);
      }
    },
    of: (ids, groups) => {
      if (ids === undefined) return Array.from({ length: groups }, (_, group) => group);
      return [...new Set([...without, ...[...ids].flatMap((id) => byId.get(id) ?? [])])].sort((a, b) => a - b);
    },
  };
}

/** A machine with what is compared, so that nothing is taken apart for each comparison. */
interface Described {
  readonly machine: Machine;
  readonly hosts: ReadonlySet<string> | undefined;
  /** Cards by their UUIDs, and by their places in the machine. */
  readonly cards: ReadonlySet<string> | undefined;
  readonly places: ReadonlySet<string> | undefined;
  readonly words: ReadonlySet<string>;
}

function describedOf(machine: Machine): Described {
  const { hosts, cards } = machine.marks;
  const ids = cards === undefined ? undefined : new Set(cards.ids);
  const isUuid = cards?.kind === 'uuid';
  return {
    machine,
    hosts: hosts && new Set(hosts),
    cards: isUuid ? ids : undefined,
    places: isUuid ? undefined : ids,
    words: wordsOf(machine.accelerator?.name),
  };
}

/** Degrees between two answers for one address. */
const maxDegrees = 0.5;

/**
 * Whether two logs may be of one machine. What one of them leaves open decides nothing. The words of a tool are compared with its own
 * alone: two tools write one processor or one region in two ways. A local time is not compared with one in UTC.
 */
export function mayBeOne(a: Machine, b: Machine): boolean {
  return areOne(describedOf(a), describedOf(b));
}

function areOne(one: Described, other: Described): boolean {
  const [a, b] = [one.machine, other.machine];
  const isOneTool = a.tracker === b.tracker;
  if ((a.marks.isUtc ?? false) !== (b.marks.isUtc ?? false)) return false;
  if (!areSamePlace(a, b, isOneTool) || !areNear(a.marks.coordinates, b.marks.coordinates)) return false;
  if (!share(one.hosts, other.hosts) || !share(one.cards, other.cards) || !share(one.places, other.places)) return false;
  if (isOneTool && a.marks.cards === undefined && differ(a.accelerator?.count, b.accelerator?.count)) return false;
  if (isOneTool && !haveSameTraits(a.marks.traits, b.marks.traits)) return false;
  return isOneModel(one.words, other.words);
}

function differ(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function share(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const id of few) if (many.has(id)) return true;
  return false;
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
function isOneModel(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
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
