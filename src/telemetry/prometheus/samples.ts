import type { Interval } from './gaps.js';
import type { Metric } from './metrics.js';

/** A sample: Unix seconds, and the value in W or J. */
export type Sample = readonly [seconds: number, value: number];

/** What a device came to, in joules and seconds. */
export interface DeviceTotals {
  joules: number;
  covered: number;
  /** Of these, what is below the threshold of idle. */
  idleJoules: number;
  idleCovered: number;
  samples: number;
  /** How often it began to be covered. */
  starts: number;
  resets: number;
  peak: number | undefined;
  /** Covered times among the samples that were read as they are. */
  runs: Interval[];
  first: number | undefined;
  last: number | undefined;
}

/** Energy and covered time of all devices in windows, and in the parts of which the highest is a window's peak. */
export interface TimeTotals {
  readonly windows: Map<number, { joules: number; covered: number; peak: number }>;
}

export const noTotals = (): DeviceTotals => ({
  joules: 0,
  covered: 0,
  idleJoules: 0,
  idleCovered: 0,
  samples: 0,
  starts: 0,
  resets: 0,
  peak: undefined,
  runs: [],
  first: undefined,
  last: undefined,
});

/** Samples that are not used, by what is wrong with them: not a number, below 0, or more than any device takes. */
export interface Rejected {
  notAvailable: number;
  negative: number;
  implausible: number;
}

export const noneRejected = (): Rejected => ({ notAvailable: 0, negative: 0, implausible: 0 });

/** Which samples are meant, and what is counted of the steps between them. */
export interface Extent {
  /** Steps are counted from here to there, and cut at both. */
  readonly from: number;
  readonly to: number;
  /** Starts in (after, until] are counted here, all others in the server. */
  readonly startsAfter: number;
  readonly startsUntil: number;
  readonly longest: number;
  readonly kind: Metric['kind'];
  /** Mean power of a step below which the device is idle; absent where idle is not told from work. */
  readonly idleBelow?: number | undefined;
}

/** Energy (J) of a step between two times, of one device. */
export type OnStep = (from: number, to: number, joules: number) => void;

/**
 * Adds the steps between samples to a device: trapezoids of powers, differences of a counter.
 *
 * @param samples In order of time, without duplicates.
 */
export function addSteps(samples: readonly Sample[], extent: Extent, totals: DeviceTotals, onStep: OnStep): void {
  const { from, to, longest, kind, startsAfter, startsUntil, idleBelow = 0 } = extent;
  let isCovered = false;
  for (let nth = 1; nth < samples.length; nth++) {
    const [[t0, v0], [t1, v1]] = [samples[nth - 1] as Sample, samples[nth] as Sample];
    // Milliseconds of jitter make no gap.
    if (t1 - t0 > longest * 1.02) {
      isCovered = false;
      continue;
    }
    if (!isCovered && t0 > startsAfter && t0 <= startsUntil) totals.starts += 1;
    const run = isCovered ? totals.runs.pop() : undefined;
    totals.runs.push([run?.[0] ?? t0, t1]);
    isCovered = true;
    const [begin, end] = [Math.max(t0, from), Math.min(t1, to)];
    if (begin >= end) continue;
    const power = powerOf([t0, v0], [t1, v1], kind);
    const joules = ((power(begin) + power(end)) / 2) * (end - begin);
    totals.joules += joules;
    totals.covered += end - begin;
    if (power((t0 + t1) / 2) < idleBelow) {
      totals.idleJoules += joules;
      totals.idleCovered += end - begin;
    }
    if (kind === 'energy' && v1 < v0) totals.resets += 1;
    onStep(begin, end, joules);
  }
}

/** Power within a step: linear between two powers, constant between two values of a counter. */
function powerOf([t0, v0]: Sample, [t1, v1]: Sample, kind: Metric['kind']): (time: number) => number {
  if (kind === 'power') return (time) => v0 + ((v1 - v0) * (time - t0)) / (t1 - t0);
  const grown = v1 < v0 ? v1 : v1 - v0;
  return () => grown / (t1 - t0);
}

/**
 * Samples of one device from several series, in order of time. Where two series have one time, the higher value is kept, as `max by`
 * does in the server.
 *
 * @param below Values at or above it, and those that are negative or not a number, are left out.
 */
export function joined(
  series: readonly (readonly Sample[])[],
  below: number,
): { readonly samples: readonly Sample[]; readonly rejected: readonly Sample[] } {
  const all = series.flat();
  const valid = all.filter(([, value]) => value >= 0 && value < below).sort(([a], [b]) => a - b);
  const samples: Sample[] = [];
  for (const sample of valid) {
    const before = samples.at(-1);
    if (before === undefined || before[0] !== sample[0]) samples.push(sample);
    else if (before[1] < sample[1]) samples[samples.length - 1] = sample;
  }
  return { samples, rejected: all.filter(([, value]) => !(value >= 0 && value < below)) };
}

/** Counts samples that are not used. */
export function addRejected(samples: readonly Sample[], rejected: Rejected): void {
  for (const [, value] of samples) rejected[Number.isNaN(value) ? 'notAvailable' : value < 0 ? 'negative' : 'implausible'] += 1;
}

/** Parts of time, each with what of a step is in it. A step is divided by time: it is short against a part. */
export function dividedBy(length: number, onPart: (start: number, joules: number, covered: number) => void): OnStep {
  return (from, to, joules) => {
    for (let start = Math.floor(from / length) * length; start < to; start += length) {
      const inside = Math.min(to, start + length) - Math.max(from, start);
      if (inside > 0) onPart(start, (joules * inside) / (to - from), inside);
    }
  };
}
