import { present } from '../assessment/present.js';
import { type MeasuredDevice, type Measurement, measurementKind, measurementVersion } from '../measurement/measurement.js';
import { instantText } from '../units/instant.js';
import type { Measured, MeasuredTotals, TimePart } from './measured.js';

/** What is known of a measurement beside its figures. */
export interface MeasurementFacts extends Pick<Measurement, 'source' | 'boundary' | 'rejected'> {
  /** The version of carboncard. */
  readonly program: string;
  readonly method: Omit<Measurement['method'], 'interval' | 'longestStep'>;
}

const hour = 3600e6;
const maxSteps = 500;

/** Digits that two orders of the same sum have in common, and more than any meter has. */
const digits = 12;

const rounded = (value: number): number => Number(value.toPrecision(digits));
const kWh = (joules: number) => ({ value: rounded(joules / 3.6e6), unit: 'kWh' }) as const;
const hours = (microseconds: number) => ({ value: rounded(microseconds / hour), unit: 'h' }) as const;
const seconds = (microseconds: number) => ({ value: rounded(microseconds / 1e6), unit: 's' }) as const;
const watts = (value: number) => ({ value: rounded(value), unit: 'W' }) as const;
const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, rounded(part / whole)) : 0);
const sumOf = <T>(items: readonly T[], value: (item: T) => number): number => items.reduce((sum, item) => sum + value(item), 0);

/**
 * The measurement file of what was measured. Devices are in the order in which they are given, and that order decides no figure.
 */
export function measurementOf(measured: Measured, { program, source, method, boundary, rejected }: MeasurementFacts): Measurement {
  const { devices, interval, longestStep } = measured;
  const start = Math.min(...devices.map((device) => device.start));
  const end = Math.max(...devices.map((device) => device.end));
  const span = { start, end, devices: devices.length };
  const covered = sumOf(devices, (device) => device.covered);
  const series = seriesOf(measured, span);
  const peaks = series.peak.flatMap((value) => value ?? []);
  const idle = devices.flatMap((device) => device.idle ?? []);
  return present({
    kind: measurementKind,
    schemaVersion: measurementVersion,
    program,
    source,
    method: { ...method, interval: seconds(interval), longestStep: seconds(longestStep) },
    boundary,
    start: instantText(start),
    end: instantText(end),
    samples: sumOf(devices, (device) => device.samples),
    rejected,
    energy: kWh(sumOf(devices, (device) => device.joules)),
    mean: covered > 0 ? watts(sumOf(devices, (device) => device.joules) / (coveredByAny(measured, span) / 1e6)) : undefined,
    peak: peaks.length > 0 ? watts(peaks.reduce((highest, value) => Math.max(highest, value), 0)) : undefined,
    coverage: share(covered, devices.length * (end - start)),
    idle:
      idle.length > 0 ? { duration: hours(sumOf(idle, (one) => one.covered)), energy: kWh(sumOf(idle, (one) => one.joules)) } : undefined,
    devices: devices.map((device) => deviceOf(device, end - start)),
    hourly: hourlyOf(measured, span),
    series,
  });
}

/**
 * Time in which any device is covered. In each part of the time it is the covered time of all devices, at most the length of the part.
 * It is never shorter than the covered time of one device, nor longer than the span.
 */
function coveredByAny({ devices, parts, resolution }: Measured, span: Span): number {
  const time = sumOf(parts, (part) => coveredIn(part, resolution, span));
  const least = devices.reduce((longest, device) => Math.max(longest, device.covered), 0);
  const most = Math.min(
    span.end - span.start,
    sumOf(devices, (device) => device.covered),
  );
  return Math.max(least, Math.min(most, time));
}

/** Time of a part in which any device is covered. */
const coveredIn = ({ start, covered }: TimePart, resolution: number, span: Span): number =>
  Math.max(0, Math.min(covered, insideOf(start, resolution, span)));

/** W; the device has covered time. */
const meanOf = ({ joules, covered }: MeasuredTotals): number => joules / (covered / 1e6);

function deviceOf(device: MeasuredTotals, span: number): MeasuredDevice {
  const { name, model, start, end, samples, joules, covered, peak, gaps, longestGap, resets, idle } = device;
  return present({
    name,
    model,
    start: instantText(start),
    end: instantText(end),
    samples,
    energy: kWh(joules),
    mean: covered > 0 ? watts(meanOf(device)) : undefined,
    peak: peak === undefined ? undefined : watts(peak),
    covered: hours(covered),
    coverage: share(covered, span),
    gaps,
    longestGap: longestGap === undefined ? undefined : hours(longestGap),
    resets,
    idle: idle === undefined ? undefined : { duration: hours(idle.covered), energy: kWh(idle.joules) },
  });
}

/** From the first sample of any device to the last. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly devices: number;
}

/** Equal steps from one on, with what is in each. */
interface Steps {
  readonly start: number;
  readonly joules: Float64Array;
  readonly covered: Float64Array;
  /** The highest mean (W) of a part in each. */
  readonly peak: Float64Array;
  /** How long each is inside the span. */
  readonly inside: readonly number[];
}

function stepsOf(parts: readonly TimePart[], step: number, span: Span, resolution: number): Steps {
  const start = Math.floor(span.start / step) * step;
  const count = Math.max(1, Math.ceil((span.end - start) / step));
  const [joules, covered, peak] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (const part of parts) {
    const at = Math.min(count - 1, Math.floor((part.start - start) / step));
    joules[at] = (joules[at] ?? 0) + part.joules;
    covered[at] = (covered[at] ?? 0) + part.covered;
    const time = coveredIn(part, resolution, span);
    // A peak that was measured more finely is no lower than the mean of the part.
    if (time > 0) peak[at] = Math.max(peak[at] ?? 0, part.peak ?? 0, part.joules / (time / 1e6));
  }
  return { start, joules, covered, peak, inside: Array.from({ length: count }, (_, at) => insideOf(start + at * step, step, span)) };
}

/** How long a step is inside the span. */
const insideOf = (from: number, length: number, { start, end }: Span): number => Math.min(end, from + length) - Math.max(start, from);

function coverageOf({ covered, inside }: Steps, { devices }: Span): number[] {
  return inside.map((length, at) => share(covered[at] ?? 0, devices * length));
}

function hourlyOf({ parts, resolution }: Measured, span: Span): Measurement['hourly'] {
  const steps = stepsOf(parts, hour, span, resolution);
  return {
    start: instantText(steps.start),
    unit: 'kWh',
    energy: valuesOf(steps, (at) => kWh(steps.joules[at] ?? 0).value),
    coverage: coverageOf(steps, span),
  };
}

function seriesOf({ parts, resolution, peakResolution = resolution }: Measured, span: Span): Measurement['series'] {
  const step = stepFor(span, resolution);
  const steps = stepsOf(parts, step, span, resolution);
  return {
    start: instantText(steps.start),
    step: seconds(step),
    unit: 'W',
    mean: valuesOf(steps, (at) => rounded((steps.joules[at] ?? 0) / ((steps.inside[at] ?? step) / 1e6))),
    peak: valuesOf(steps, (at) => rounded(steps.peak[at] ?? 0)),
    resolution: seconds(peakResolution),
    coverage: coverageOf(steps, span),
  };
}

const valuesOf = ({ covered }: Steps, value: (at: number) => number): (number | null)[] =>
  Array.from(covered, (time, at) => (time > 0 ? value(at) : null));

/** The shortest multiple of the resolution of which the span has 500 at most. Steps begin at multiples of themselves. */
function stepFor({ start, end }: Span, resolution: number): number {
  let times = Math.max(1, Math.ceil((end - start) / resolution / maxSteps));
  const count = (step: number): number => Math.ceil(end / step) - Math.floor(start / step);
  while (count(times * resolution) > maxSteps) times += 1;
  return times * resolution;
}
