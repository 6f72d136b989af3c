import type { PowerSeries } from '../assessment/recorded/power.js';
import type { LoggedPower } from '../manifest/logged.js';
import type { RunBoundary, RunPower } from '../trackers/record.js';
import { utcText } from '../trackers/texts/epoch-time.js';
import { exactSum } from '../units/exact-sum.js';
import { quantity } from '../units/quantity.js';

/** Steps of a series in an assessment: more than a chart can show, and few enough to read. */
const maxSteps = 200;

/** Digits of the powers of a series: more than a meter has. */
const digits = 4;

/** Power over time of all runs together; nothing where no run has it. Runs at the same time are added. */
export function powerRecordOf(powers: readonly RunPower[], boundary: RunBoundary | undefined): LoggedPower | undefined {
  if (powers.length === 0) return undefined;
  const span = { start: Math.min(...powers.map(({ start }) => start)), end: Math.max(...powers.map(({ end }) => end)) };
  const hourly = addedHours(powers);
  const deviceHours = total(powers, ({ devices, start, end }) => (devices * (end - start)) / 3600);
  const covered = total(powers, (one) => one.covered);
  const uncovered = total(powers, (one) => one.uncovered);
  const recorded = recordedHours(powers);
  const devices = mostAtOnce(powers);
  const energy = exactSum();
  for (const kWh of hourly.values()) energy.add(kWh);
  const peak = areApart(powers) ? Math.max(...powers.map((one) => one.peak ?? Number.NaN)) : Number.NaN;
  return {
    start: instant(span.start),
    end: instant(span.end),
    devices,
    boundary: boundary === 'processors' ? undefined : boundary,
    deviceHours: quantity(deviceHours, 'h'),
    coverage: deviceHours === 0 ? 1 : Math.min(1, covered / deviceHours),
    uncovered: uncovered > 0 ? quantity(uncovered, 'kWh') : undefined,
    mean: quantity(recorded === 0 ? 0 : (energy.value * 1000) / recorded, 'W'),
    peak: Number.isNaN(peak) ? undefined : quantity(peak, 'W'),
    series: seriesOf(powers),
    hourly,
    hours: hoursOf(powers).size,
  };
}

const instant = (seconds: number): string => `${utcText(seconds) ?? ''}Z`;

function total(powers: readonly RunPower[], figure: (power: RunPower) => number): number {
  const sum = exactSum();
  for (const power of powers) sum.add(figure(power));
  return sum.value;
}

function addedHours(powers: readonly RunPower[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { hourly } of powers) for (const [hour, kWh] of hourly) sums.set(hour, (sums.get(hour) ?? 0) + kWh);
  return new Map([...sums].sort(([a], [b]) => a - b));
}

/** Hours since 1970 in which something was recorded, or should have been. */
function hoursOf(powers: readonly RunPower[]): ReadonlySet<number> {
  const hours = new Set<number>();
  for (const { start, end } of powers)
    for (let hour = Math.floor(start / 3600); hour * 3600 < end || hour * 3600 === start; hour += 1) hours.add(hour);
  return hours;
}

/** Whether no two recordings are at the same time. */
function areApart(powers: readonly RunPower[]): boolean {
  const sorted = powers.toSorted((a, b) => a.start - b.start);
  return sorted.every(({ start }, n) => n === 0 || start >= (sorted[n - 1]?.end ?? 0));
}

/**
 * Hours in which any device was recorded. Of recordings at the same time, they are those of the steps that have a power: at least those
 * of each recording, and at most those of all.
 */
function recordedHours(powers: readonly RunPower[]): number {
  const all = total(powers, ({ recorded }) => recorded);
  if (areApart(powers)) return all;
  const spans = powers.flatMap(spansOf).sort((a, b) => a.from - b.from);
  const seconds = exactSum();
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    if (to > end) seconds.add(to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return Math.min(all, Math.max(seconds.value / 3600, ...powers.map(({ recorded }) => recorded)));
}

/** When the steps of a recording are that have a power, in seconds since 1970. */
function spansOf({ start, end, steps }: RunPower): readonly { readonly from: number; readonly to: number }[] {
  const { start: first, length, mean } = steps;
  return mean.flatMap((watts, n) =>
    watts === null ? [] : [{ from: Math.max(start, first + n * length), to: Math.min(end, first + (n + 1) * length) }],
  );
}

/** Devices that were recorded at the same time, at most. */
function mostAtOnce(powers: readonly RunPower[]): number {
  const changes = powers.flatMap(({ start, end, devices }) => [
    { at: start, change: devices },
    { at: end, change: -devices },
  ]);
  let [now, most] = [0, 0];
  for (const { change } of changes.sort((a, b) => a.at - b.at || a.change - b.change)) {
    now += change;
    most = Math.max(most, now);
  }
  return Math.max(most, ...powers.map(({ devices }) => devices));
}

/** A step while it is filled. */
interface Step {
  /** Joules, and the seconds that they are of. */
  joules: number;
  seconds: number;
  peak: number;
}

/**
 * Power over the whole span in at most 200 equal steps. A step that is shorter is joined with those beside it: the mean is over the parts
 * that were recorded, and the peak is the highest, so that it survives. Powers of recordings at the same time are added.
 */
function seriesOf(powers: readonly RunPower[]): PowerSeries {
  const origin = Math.min(...powers.map(({ steps }) => steps.start));
  const shortest = Math.max(...powers.map(({ steps }) => steps.length));
  const count = Math.max(
    1,
    ...powers.map(({ steps }) => Math.ceil((steps.start + steps.length * steps.mean.length - origin) / shortest - 1e-9)),
  );
  // Whole steps are joined, so that none is cut in two.
  const length = shortest * Math.ceil(count / maxSteps);
  const steps = Math.ceil(count / Math.ceil(count / maxSteps));
  const all = powers.map((power) => filled(power, { origin, length, steps }));
  // Recordings one after the other may end and begin in one step, whose power is not the sum of both.
  const inOne = areApart(powers);
  const sum = (n: number, figure: (step: Step) => number): number | null => {
    const own = all.flatMap((one) => one[n] ?? []).filter(({ seconds }) => seconds > 0);
    if (own.length === 0) return null;
    return rounded((inOne ? [joined(own)] : own).reduce((added, step) => added + figure(step), 0));
  };
  const numbers = Array.from({ length: steps }, (_, n) => n);
  return {
    start: instant(origin),
    step: quantity(length, 's'),
    unit: 'W',
    mean: numbers.map((n) => sum(n, ({ joules, seconds }) => joules / seconds)),
    peak: numbers.map((n) => sum(n, ({ peak }) => peak)),
  };
}

function joined(steps: readonly Step[]): Step {
  return steps.reduce(
    (all, { joules, seconds, peak }) => ({ joules: all.joules + joules, seconds: all.seconds + seconds, peak: Math.max(all.peak, peak) }),
    { joules: 0, seconds: 0, peak: 0 },
  );
}

/** The steps of one recording in the steps of the whole. */
function filled(
  { start: first, end: last, steps: { start, length: own, mean, peak } }: RunPower,
  { origin, length, steps }: { readonly origin: number; readonly length: number; readonly steps: number },
): readonly Step[] {
  const all: Step[] = Array.from({ length: steps }, () => ({ joules: 0, seconds: 0, peak: 0 }));
  for (const [n, watts] of mean.entries()) {
    if (watts === null) continue;
    // The first and the last step may begin before the recording, or end after it.
    const [from, to] = [Math.max(first, start + n * own) - origin, Math.min(last, start + (n + 1) * own) - origin];
    for (let at = Math.floor(from / length + 1e-9); at < steps && at * length < to - 1e-6; at += 1) {
      const step = all[at];
      const seconds = Math.min(to, (at + 1) * length) - Math.max(from, at * length);
      if (step === undefined || seconds <= 1e-6) continue;
      step.joules += watts * seconds;
      step.seconds += seconds;
      step.peak = Math.max(step.peak, peak[n] ?? watts);
    }
  }
  return all;
}

const rounded = (value: number): number => Number(value.toPrecision(digits));
