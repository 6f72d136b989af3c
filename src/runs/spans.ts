import { measurementBoundaries } from '../assessment/ids.js';
import type { RunBoundary, RunRecord } from '../trackers/record.js';
import { localSeconds } from '../trackers/texts/local-time.js';

/** Seconds by which clocks and rounded times may differ. */
export const tolerance = 2;

/** What of a machine was read: its accelerators alone, its processors and memory alone, or both. */
export type Part = 'accelerators' | 'processors' | 'machine';

export const parts: readonly Part[] = ['accelerators', 'processors', 'machine'];

/** Whether two readings have nothing in common: that of the accelerators and that of the processors add up to the machine. */
export function areApart(a: Part, b: Part): boolean {
  return a !== b && a !== 'machine' && b !== 'machine';
}

/** When a run took place, and what it used. */
export interface Span {
  /** Seconds since a fixed day. */
  readonly start: number;
  readonly end: number;
  /** kWh, without the PUE. */
  readonly energy: number;
  /** How much of the machine the energy includes: 0 for one of its parts, to 3 for the facility. */
  readonly width: number;
  readonly part: Part;
  /** Whatever stands for the phase to which it belongs. */
  readonly phase: unknown;
}

/** The shares of a run that count, where others are readings of the same machine: of its energy, and of its time. */
export interface Share {
  readonly energy: number;
  readonly time: number;
}

export const whole: Share = { energy: 1, time: 1 };

/** How much of the machine is in an energy: 0 for its accelerators alone or its processors alone, to 3 for the facility. */
export function widthOf(boundary: RunBoundary): number {
  return boundary === 'processors' ? 0 : measurementBoundaries.indexOf(boundary);
}

function partOf(boundary: RunBoundary): Part {
  if (boundary === 'processors') return 'processors';
  return boundary === 'accelerator' ? 'accelerators' : 'machine';
}

/** When a run took place, and what it used; `undefined` where that is not known, or it has no energy. */
export function timesOf(run: RunRecord): Omit<Span, 'phase'> | undefined {
  const { energy, boundary = 'components' } = run;
  if (energy === undefined || !(energy > 0)) return undefined;
  const time = timeOf(run);
  return time && { ...time, energy, width: widthOf(boundary), part: partOf(boundary) };
}

/** When a run took place, where that is known. */
export function timeOf({ tracker, started, ended, hours }: RunRecord): Pick<Span, 'start' | 'end'> | undefined {
  // The only time of such a report is when it was written.
  if (tracker === 'boamps' && started === undefined) return undefined;
  const end = ended === undefined ? undefined : localSeconds(ended);
  const start = started === undefined ? undefined : localSeconds(started);
  const length = hours === undefined || !(hours > 0) ? undefined : hours * 3600;
  if (end !== undefined && length !== undefined) return { start: end - length, end };
  if (start !== undefined && length !== undefined) return { start, end: start + length };
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

/** Times of spans that are sorted by their starts, in which those that touch are one. */
export function joinedTimes(spans: readonly Pick<Span, 'start' | 'end'>[]): readonly Pick<Span, 'start' | 'end'>[] {
  const times: { readonly start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = times.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else times.push({ start, end });
  }
  return times;
}

/**
 * Groups of spans of one machine that follow from overlap to overlap. A span that overlaps no other is in none, and neither is one
 * that overlaps only readings of another part of the machine.
 */
export function clustersOf<S extends Span>(spans: readonly S[]): readonly (readonly S[])[] {
  const sorted = spans.filter(({ start, end }) => end - start > tolerance).sort((a, b) => a.start - b.start);
  const joins = createJoins();
  // Of each part the span that ends last.
  const last = new Map<Part, { readonly at: number; readonly end: number }>();
  for (const [at, { part, start, end }] of sorted.entries()) {
    for (const other of parts) {
      const open = last.get(other);
      if (open !== undefined && !areApart(part, other) && open.end - start > tolerance) joins.join(open.at, at);
    }
    if (end > (last.get(part)?.end ?? -Infinity)) last.set(part, { at, end });
  }
  const clusters = new Map<number, S[]>();
  for (const [at, span] of sorted.entries()) {
    const first = joins.firstOf(at);
    const cluster = clusters.get(first);
    if (cluster === undefined) clusters.set(first, [span]);
    else cluster.push(span);
  }
  return [...clusters.values()].filter(({ length }) => length > 1);
}

/** Sets of numbers that were joined, each with its first one. */
function createJoins(): { readonly join: (a: number, b: number) => void; readonly firstOf: (at: number) => number } {
  const before: number[] = [];
  const firstOf = (at: number): number => {
    let first = at;
    for (let next = before[first]; next !== undefined; next = before[first]) first = next;
    // The way is short the next time.
    for (let one = at; one !== first; ) {
      const next = before[one] ?? first;
      before[one] = first;
      one = next;
    }
    return first;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [firstOf(a), firstOf(b)];
    if (one !== other) before[Math.max(one, other)] = Math.min(one, other);
  };
  return { join, firstOf };
}

/** The most readings of the same thing at one time, with ends within the tolerance apart. */
export function mostAtOnce(spans: readonly Span[]): number {
  // Accelerators and processors are two readings of one machine.
  const [some, others] = (['accelerators', 'processors'] as const).map((part) =>
    mostOf(spans.filter((span) => !areApart(span.part, part))),
  );
  return Math.max(some ?? 0, others ?? 0);
}

function mostOf(spans: readonly Span[]): number {
  const changes = spans
    .filter(({ start, end }) => end - start > tolerance)
    .flatMap(({ start, end }) => [{ at: start + tolerance, by: 1 } as const, { at: end, by: -1 } as const])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let [now, most] = [0, 0];
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
