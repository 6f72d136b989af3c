import type { Measurement } from '../../../src/measurement/measurement.js';
import { secondsOf, utcText } from '../../../src/units/instant.js';

/** Samples of a device: seconds since the start of the recording, and watts. */
export interface SampledDevice {
  readonly name: string;
  readonly model?: string;
  readonly samples: readonly (readonly [seconds: number, watts: number])[];
}

export interface RecordingOptions {
  /** Seconds since 1970. */
  readonly start: number;
  readonly interval: number;
  readonly longestStep: number;
  readonly idleBelow: number;
  readonly boundary?: Measurement['boundary'];
}

const round = (value: number): number => Number(value.toPrecision(12));
const iso = (seconds: number): string => `${utcText(seconds) ?? ''}Z`;

/** A linear part of the power of one device. */
interface Part {
  readonly device: number;
  readonly from: number;
  readonly to: number;
  readonly at: (seconds: number) => number;
}

/** Parts of the power of devices, cut at multiples of a length; each with the number of its step. */
function* cut(parts: readonly Part[], origin: number, length: number): Generator<{ n: number; seconds: number; joules: number }> {
  for (const { from, to, at } of parts) {
    let left = from;
    while (left < to) {
      const n = Math.floor((left - origin) / length + 1e-9);
      const right = Math.min(to, origin + (n + 1) * length);
      yield { n, seconds: right - left, joules: ((at(left) + at(right)) / 2) * (right - left) };
      left = right;
    }
  }
}

/** The measurement file of samples: the trapezoid rule, with every figure from the definition of its key. */
export function measurementOf(devices: readonly SampledDevice[], options: RecordingOptions): Measurement {
  const { start, interval, longestStep, idleBelow, boundary = 'accelerator' } = options;
  const times = devices.flatMap(({ samples }) => samples.map(([at]) => at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const parts = devices.map(({ samples }, device) => partsOf(samples, device, longestStep));
  const span = (last - first) / 3600;
  const measured = devices.map((one, n) => deviceOf(one, parts[n] ?? [], { start, span, longestStep, idleBelow }));
  const sum = (values: readonly number[]): number => round(values.reduce((all, value) => all + value, 0));
  const all = parts.flat();
  const series = seriesOf(all, { first, last, start, devices: devices.length, interval });
  return {
    kind: 'carboncard measurement',
    schemaVersion: '1.0',
    program: '0.1.0',
    source: {
      format: 'nvidia-smi',
      inputs: [{ name: 'example.csv', bytes: times.length * 40, sha256: 'a'.repeat(64) }],
      inputCount: 1,
      digest: 'b'.repeat(64),
    },
    method: {
      integral: 'trapezoid',
      interval: { value: interval, unit: 's' },
      longestStep: { value: longestStep, unit: 's' },
      idleBelow: { value: idleBelow, unit: 'W', from: 'twice the lowest power' },
      timeZone: 'UTC',
    },
    boundary,
    start: iso(start + first),
    end: iso(start + last),
    samples: times.length,
    rejected: { 'duplicate': 0, 'not-available': 0, 'negative': 0, 'implausible': 0, 'without-time': 0, 'without-device': 0 },
    energy: { value: sum(measured.map(({ energy }) => energy.value)), unit: 'kWh' },
    mean: { value: round((sum(measured.map(({ energy }) => energy.value)) * 3.6e6) / (secondsOfAny(all) || 1)), unit: 'W' },
    peak: { value: Math.max(...series.peak.map((watts) => watts ?? 0)), unit: 'W' },
    coverage: round(Math.min(1, sum(measured.map(({ covered }) => covered.value)) / (span * devices.length))),
    idle: {
      duration: { value: sum(measured.map(({ idle }) => idle?.duration.value ?? 0)), unit: 'h' },
      energy: { value: sum(measured.map(({ idle }) => idle?.energy.value ?? 0)), unit: 'kWh' },
    },
    devices: measured,
    hourly: hourlyOf(all, { first, last, start, devices: devices.length }),
    series,
  };
}

function partsOf(samples: SampledDevice['samples'], device: number, longestStep: number): readonly Part[] {
  return samples.slice(1).flatMap(([to, after], n) => {
    const [from, before] = samples[n] ?? [to, after];
    if (to - from > longestStep) return [];
    return [{ device, from, to, at: (seconds: number) => before + ((after - before) * (seconds - from)) / (to - from) }];
  });
}

/** Seconds in which any device is covered. */
function secondsOfAny(parts: readonly Part[]): number {
  let [seconds, end] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    seconds += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return seconds;
}

function deviceOf(
  { name, model, samples }: SampledDevice,
  parts: readonly Part[],
  { start, span, longestStep, idleBelow }: { start: number; span: number; longestStep: number; idleBelow: number },
): Measurement['devices'][number] {
  const joules = ({ from, to, at }: Part): number => ((at(from) + at(to)) / 2) * (to - from);
  const total = (own: readonly Part[], figure: (part: Part) => number): number => own.reduce((all, part) => all + figure(part), 0);
  const seconds = total(parts, ({ from, to }) => to - from);
  const idle = parts.filter((part) => joules(part) / (part.to - part.from) < idleBelow);
  const gaps = samples
    .slice(1)
    .map(([at], n) => at - (samples[n]?.[0] ?? at))
    .filter((step) => step > longestStep);
  const energy = round(total(parts, joules) / 3.6e6);
  const covered = round(seconds / 3600);
  return {
    name,
    ...(model !== undefined && { model }),
    start: iso(start + (samples[0]?.[0] ?? 0)),
    end: iso(start + (samples.at(-1)?.[0] ?? 0)),
    samples: samples.length,
    energy: { value: energy, unit: 'kWh' },
    ...(seconds > 0 && { mean: { value: round((energy * 1000) / covered), unit: 'W' as const } }),
    peak: { value: Math.max(...samples.map(([, watts]) => watts)), unit: 'W' },
    covered: { value: covered, unit: 'h' },
    coverage: round(Math.min(1, covered / span)),
    gaps: gaps.length,
    ...(gaps.length > 0 && { longestGap: { value: round(Math.max(...gaps) / 3600), unit: 'h' as const } }),
    idle: {
      duration: { value: round(total(idle, ({ from, to }) => to - from) / 3600), unit: 'h' },
      energy: { value: round(total(idle, joules) / 3.6e6), unit: 'kWh' },
    },
  };
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly devices: number;
}

function hourlyOf(parts: readonly Part[], { first, last, start, devices }: Span): Measurement['hourly'] {
  const from = Math.floor((start + first) / 3600);
  const count = Math.max(1, Math.ceil((start + last) / 3600) - from);
  const [joules, seconds] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
  for (const part of cut(parts, from * 3600 - start, 3600)) {
    joules[part.n] = (joules[part.n] ?? 0) + part.joules;
    seconds[part.n] = (seconds[part.n] ?? 0) + part.seconds;
  }
  // The time that the recording has of the first and the last hour.
  const within = (n: number): number => Math.min(start + last, (from + n + 1) * 3600) - Math.max(start + first, (from + n) * 3600);
  return {
    start: iso(from * 3600),
    unit: 'kWh',
    energy: joules.map((value, n) => ((seconds[n] ?? 0) === 0 ? null : round(value / 3.6e6))),
    coverage: seconds.map((value, n) => round(Math.min(1, value / (within(n) * devices || 1)))),
  };
}

function seriesOf(
  parts: readonly Part[],
  { first, last, start, devices, interval }: Span & { readonly interval: number },
): Measurement['series'] {
  const step = Math.max(interval, Math.ceil((last - first) / 490 / interval) * interval);
  // Steps begin at multiples of themselves.
  const from = Math.floor((start + first) / step) * step - start;
  const count = Math.max(1, Math.ceil((last - from) / step));
  const inside = (n: number, length: number): number => Math.min(last, from + (n + 1) * length) - Math.max(first, from + n * length);
  const [joules, seconds] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
  for (const part of cut(parts, from, step)) {
    joules[part.n] = (joules[part.n] ?? 0) + part.joules;
    seconds[part.n] = (seconds[part.n] ?? 0) + part.seconds;
  }
  const fine = new Map<number, { joules: number; seconds: number }>();
  for (const part of cut(parts, from, interval)) {
    const before = fine.get(part.n) ?? { joules: 0, seconds: 0 };
    fine.set(part.n, { joules: before.joules + part.joules, seconds: before.seconds + part.seconds });
  }
  const peaks = new Array<number>(count).fill(0);
  for (const [n, value] of fine) {
    const at = Math.floor((n * interval) / step + 1e-9);
    peaks[at] = Math.max(peaks[at] ?? 0, value.joules / Math.min(value.seconds, inside(n, interval)));
  }
  const isEmpty = (n: number): boolean => (seconds[n] ?? 0) === 0;
  return {
    start: iso(start + from),
    step: { value: step, unit: 's' },
    unit: 'W',
    mean: joules.map((value, n) => (isEmpty(n) ? null : round(value / inside(n, step)))),
    peak: peaks.map((value, n) => (isEmpty(n) ? null : round(value))),
    resolution: { value: interval, unit: 's' },
    coverage: seconds.map((value, n) => round(Math.min(1, value / (inside(n, step) * devices)))),
  };
}

/** A day in seconds. */
const day = 86_400;

/** The example in fixtures/runs/hour-by-hour: four GPUs for three and a half days, with a restart, an outage of the meter, and a silent GPU. */
export function exampleMeasurement(): Measurement {
  const interval = 60;
  const devices = [0, 1, 2, 3].map((gpu) => {
    const samples: (readonly [number, number])[] = [];
    for (let at = 0; at <= 3.5 * day; at += interval) {
      const hour = at / 3600;
      const isSilent = (gpu === 2 && hour > 20 && hour < 24) || (hour > 55 && hour < 57);
      if (!isSilent) samples.push([at, wattsAt(hour, gpu)]);
    }
    return { name: `gpu ${gpu}`, model: 'NVIDIA H100 80GB HBM3', samples };
  });
  return measurementOf(devices, { start: secondsOf('2024-03-11T09:20:00Z'), interval, longestStep: 300, idleBelow: 150 });
}

/** Full load, an evaluation every six hours, a restart after a day and a half; idle before and after. */
function wattsAt(hour: number, gpu: number): number {
  const idle = 72 + gpu;
  if (hour < 0.75 || hour > 81.5 || (hour > 40 && hour < 42)) return idle;
  const isEvaluation = hour % 6 > 5.5;
  const ripple = 12 * Math.sin(hour * 5 + gpu) + 9 * Math.sin(hour * 41 + 2 * gpu);
  return Math.round((isEvaluation ? 330 : 640) + ripple - 4 * gpu);
}

/** Intensities of the example: high in the evening, low at noon, falling from day to day; two hours are missing. */
export function exampleIntensities(): string {
  const rows = ['Datetime (UTC),gCO2e/kWh'];
  const start = secondsOf('2024-03-11T00:00:00Z');
  for (let hour = 0; hour < 5 * 24; hour += 1) {
    if (hour === 50 || hour === 51) continue;
    const sun = Math.max(0, Math.sin(((hour % 24) - 6) * (Math.PI / 12)));
    const evening = Math.max(0, Math.sin(((hour % 24) - 16) * (Math.PI / 8)));
    rows.push(
      `${iso(start + hour * 3600)
        .slice(0, 16)
        .replace('T', ' ')},${Math.round(430 - 190 * sun + 60 * evening - 35 * Math.floor(hour / 24))}`,
    );
  }
  return `${rows.join('\n')}\n`;
}

/** A measurement as `collect` writes it. */
export function measurementText(measurement: Measurement): string {
  // Lists of numbers are on one line, so that a file is short.
  const text = JSON.stringify(measurement, undefined, 2);
  return `${text.replace(/\[\s+([-\d.,\se+nul]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}
