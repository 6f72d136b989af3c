import { measurementBoundaries } from '../assessment/ids.js';
import type { RunBoundary, RunRecord } from '../trackers/record.js';
import { localSeconds } from '../trackers/texts/local-time.js';

/** Seconds by which clocks and rounded times may differ. */
export const tolerance = 2;

/** When a run took place, and what it used. */
export interface Span {
  /** Seconds since a fixed day. */
  readonly start: number;
  readonly end: number;
  /** kWh, without the PUE. */
  readonly energy: number;
  /** How much of the machine the energy includes: 0 for the accelerators, to 3 for the facility. */
  readonly width: number;
  /** Whatever stands for the phase to which it belongs. */
  readonly phase: unknown;
}

/** The shares of a run that count, where others are readings of the same machine: of its energy, and of its time. */
export interface Share {
  readonly energy: number;
  readonly time: number;
}

export const whole: Share = { energy: 1, time: 1 };

/** How much of the machine is in an energy: 0 for the accelerators, to 3 for the facility. Processors without accelerators are components. */
export function widthOf(boundary: RunBoundary): number {
  return measurementBoundaries.indexOf(boundary === 'processors' ? 'components' : boundary);
}

/** When a run took place; `undefined` where that is not known, or it has no energy. */
export function timesOf({ tracker, started, ended, hours, energy, boundary = 'components' }: RunRecord): Omit<Span, 'phase'> | undefined {
  if (energy === undefined || !(energy > 0)) return undefined;
  // The only time of such a report is when it was written.
  if (tracker === 'boamps' && started === undefined) return undefined;
  const end = ended === undefined ? undefined : localSeconds(ended);
  const start = started === undefined ? undefined : localSeconds(started);
  const width = widthOf(boundary);
  const length = hours === undefined || !(hours > 0) ? undefined : hours * 3600;
  if (end !== undefined && length !== undefined) return { start: end - length, end, energy, width };
  if (start !== undefined && length !== undefined) return { start, end: start + length, energy, width };
  return start === undefined || end === undefined || end <= start ? undefined : { start, end, energy, width };
}

/** Groups of spans of one machine that follow from overlap to overlap. A span that overlaps no other is in none. */
export function clustersOf<S extends Span>(spans: readonly S[]): readonly (readonly S[])[] {
  const clusters: S[][] = [];
  let [cluster, end]: [S[], number] = [[], -Infinity];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const isJoined = Math.min(span.end, end) - span.start > tolerance;
    // Shorter than the clocks are exact.
    if (!isJoined && span.end <= end) continue;
    if (!isJoined) {
      if (cluster.length > 1) clusters.push(cluster);
      cluster = [];
    }
    cluster.push(span);
    end = isJoined ? Math.max(end, span.end) : span.end;
  }
  if (cluster.length > 1) clusters.push(cluster);
  return clusters;
}

/** The most spans at one time, with ends within the tolerance apart. */
export function mostAtOnce(spans: readonly Span[]): number {
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
