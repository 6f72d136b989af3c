import { createHeap, type Heap } from './heap.js';
import { type Part, parts, type Share, type Span, tolerance } from './spans.js';

/** A run among the others of its machine. */
interface Entry {
  readonly span: Span;
  readonly rank: number;
  /** kW on average. */
  readonly power: number;
  isInner: boolean;
  energy: number;
  time: number;
}

/**
 * The shares of runs that are readings of one machine, in the order of the runs.
 *
 * The machine's power at an instant is the greatest of the mean powers of the runs then: each tool reads the whole machine, and one
 * that reads less has missed a part of it, such as a GPU that it could not see. A mean would count what was missed as not used. A run
 * that lies inside another one of at least its energy is a part of that reading, and adds nothing. So the energy is never less than
 * the largest run's and never more than the sum; equal runs are one of them, and runs that do not overlap are added.
 *
 * The run of the greatest power counts for the instant. Where runs of several phases are on the machine, its power and its time are
 * divided between the phases in the ratio of their powers, so that the phases add up to the machine. A phase whose reading is a part
 * of another one's, as that of the GPUs is of the node's, gets nothing. Readings of the GPUs alone and of the processors alone are of
 * two parts: each part is counted once, and both are added, as long as nothing has read the whole.
 *
 * @param phaseOf The phase of a run; none for the machine as a whole.
 */
export function sharesOnOneMachine(spans: readonly Span[], phaseOf = ({ phase }: Span): unknown => phase): readonly Share[] {
  const entries = entriesOf(spans);
  const sorted = entries.toSorted((a, b) => a.rank - b.rank);
  for (const part of parts) markInner(sorted, part);
  sweep(sorted, phaseOf);
  return entries.map(shareOf);
}

function entriesOf(spans: readonly Span[]): readonly Entry[] {
  const order = spans.map((_, at) => at).sort((a, b) => inOrder(spans[a], spans[b]) || a - b);
  const ranks = new Map(order.map((at, rank) => [at, rank]));
  return spans.map((span, at) => ({
    span,
    rank: ranks.get(at) ?? at,
    power: span.energy / (span.end - span.start),
    isInner: false,
    energy: 0,
    time: 0,
  }));
}

/** By start; of those that start together the longest first, then the one with the most energy. */
function inOrder(a: Span | undefined, b: Span | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.start - b.start || b.end - a.end || b.energy - a.energy;
}

/** Marks the runs of a part that are in a longer run's reading. Only runs that are in no other run can have them. */
function markInner(all: readonly Entry[], part: Part): void {
  // A reading of the whole machine is in no reading of its GPUs.
  const sorted = all.filter(({ span }) => span.part === part || span.part === 'machine');
  const outer: Entry[] = [];
  for (const entry of sorted) if (entry.span.end > (outer.at(-1)?.span.end ?? -Infinity)) outer.push(entry);
  // Both starts and ends of the outer runs rise.
  let next = 0;
  for (const entry of sorted.filter(({ span }) => span.part === part)) {
    while ((outer[next]?.span.start ?? Infinity) <= entry.span.start + tolerance) next += 1;
    for (let at = next - 1; at >= 0; at--) {
      const candidate = outer[at];
      if (candidate === undefined || candidate.span.end < entry.span.end - tolerance) break;
      if (candidate === entry || !hasMore(candidate, entry)) continue;
      entry.isInner = true;
      break;
    }
  }
}

function hasMore(one: Entry, other: Entry): boolean {
  return one.span.energy > other.span.energy || (one.span.energy === other.span.energy && one.rank < other.rank);
}

/** The runs of one phase that are going on, by their powers: those of each part of the machine, first those that are in no other. */
interface Active {
  readonly outer: Readonly<Record<Part, Heap<Entry>>>;
  readonly inner: Readonly<Record<Part, Heap<Entry>>>;
}

function createActive(): Active {
  const heaps = (): Active['outer'] => ({
    accelerators: createHeap(isStronger),
    processors: createHeap(isStronger),
    machine: createHeap(isStronger),
  });
  return { outer: heaps(), inner: heaps() };
}

/** The run of the greatest power; of each part one, where none is of the whole machine. */
function readingsOf({ outer, inner }: Active, isOn: (entry: Entry) => boolean): readonly Entry[] {
  for (const heaps of [outer, inner]) {
    const found = parts.flatMap((part) => heaps[part].first(isOn) ?? []);
    if (found.length > 0) return isWholeAmong(found) ? found.sort((a, b) => (isStronger(a, b) ? -1 : 1)).slice(0, 1) : found;
  }
  return [];
}

function isWholeAmong(entries: readonly Entry[]): boolean {
  return entries.some(({ span }) => span.part === 'machine');
}

/** Goes through the times at which runs start and end, and gives each time between them to the run that counts. */
function sweep(sorted: readonly Entry[], phaseOf: (span: Span) => unknown): void {
  const times = [...new Set(sorted.flatMap(({ span }) => [span.start, span.end]))].sort((a, b) => a - b);
  const phases = new Map<unknown, Active>();
  let next = 0;
  for (const [at, time] of times.entries()) {
    for (let entry = sorted[next]; entry !== undefined && entry.span.start <= time; entry = sorted[++next]) {
      const phase = phaseOf(entry.span);
      const active = phases.get(phase) ?? createActive();
      phases.set(phase, active);
      (entry.isInner ? active.inner : active.outer)[entry.span.part].push(entry);
    }
    const until = times[at + 1];
    if (until !== undefined) divide([...phases.values()], time, until - time);
  }
}

function isStronger(a: Entry, b: Entry): boolean {
  return a.power > b.power || (a.power === b.power && a.rank < b.rank);
}

function divide(phases: readonly Active[], time: number, seconds: number): void {
  const isOn = ({ span }: Entry): boolean => span.end > time;
  const active = phases.flatMap((phase) => readingsOf(phase, isOn));
  const strongest = active.filter((entry) => !active.some((other) => contains(other, entry)));
  if (isWholeAmong(strongest)) divideOne(strongest, seconds);
  else
    for (const part of parts)
      divideOne(
        strongest.filter(({ span }) => span.part === part),
        seconds,
      );
}

/** Divides what one reading has between the runs of phases that have it. */
function divideOne(strongest: readonly Entry[], seconds: number): void {
  const outer = strongest.filter(({ isInner }) => !isInner);
  const power = (outer.length === 0 ? strongest : outer).reduce((most, entry) => Math.max(most, entry.power), 0);
  const sum = strongest.reduce((total, entry) => total + entry.power, 0);
  for (const entry of strongest) {
    // Exactly 1 where the run is alone.
    entry.energy += seconds * (power / sum);
    entry.time += seconds * (entry.power / sum);
  }
}

/** Whether a reading of more of the machine has the energy of another one in it: that of the node has that of its GPUs. */
function contains(one: Entry, other: Entry): boolean {
  return one.span.width > other.span.width && one.power >= other.power;
}

/** Differences of floating-point seconds, as a share of a run. */
const rounding = 1e-9;

function shareOf({ span, energy, time }: Entry): Share {
  const seconds = span.end - span.start;
  const share = (part: number): number => (Math.abs(part - seconds) <= rounding * seconds ? 1 : part / seconds);
  return { energy: share(energy), time: share(time) };
}
