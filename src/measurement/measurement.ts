import { z } from 'zod';
import { measurementBoundaries } from '../assessment/ids.js';

/** Words that every measurement file begins with, so that a reader knows it by its content. */
export const measurementKind = 'carboncard measurement';

/** Changed where a reader of the version before would misread a file. */
export const measurementVersion = '1.0';

const count = z.int().min(0);
const figure = z.number().min(0);
const share = z.number().min(0).max(1);
/** An instant in UTC: `2022-03-11T12:00:00Z`, with a fraction of a second where the samples have one. */
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/);

const quantity = <U extends string>(unit: U) => z.strictObject({ value: figure, unit: z.literal(unit) });
const energy = quantity('kWh');
const power = quantity('W');
const hours = quantity('h');
const seconds = quantity('s');

/** Time and energy of a device below the threshold of idle. */
const idle = z.strictObject({ duration: hours, energy });

/** What was measured of one device. Its name is a number in its machine: no host, no UUID. */
const device = z.strictObject({
  /** `node 2, gpu 0`; `gpu 0` where there is one machine. */
  name: z.string().min(1).max(80),
  model: z.string().min(1).max(80).optional(),
  start: instant,
  end: instant,
  samples: count,
  energy,
  /** Energy ÷ time that is covered. */
  mean: power.optional(),
  /** The highest sample; absent for counters of energy. */
  peak: power.optional(),
  /** Time between samples that are near enough to each other. */
  covered: hours,
  /** Covered time ÷ time from the first sample of any device to the last. */
  coverage: share,
  gaps: count,
  longestGap: hours.optional(),
  /** Times that a counter of energy began again. */
  resets: count.optional(),
  idle: idle.optional(),
});

/** A file that was read. `name` is a number with the extension: `1.csv.gz`. */
const input = z.strictObject({ name: z.string().min(1).max(255), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const values = z.array(figure.nullable());

/**
 * What `collect` writes and `from:` reads: power telemetry of any size, integrated once. Energies are those of the time that is
 * covered; nothing is filled in.
 */
export const measurementSchema = z.strictObject({
  kind: z.literal(measurementKind),
  schemaVersion: z.literal(measurementVersion),
  /** The version of carboncard that wrote it. */
  program: z.string().min(1).max(40),
  source: z.strictObject({
    /** Of files, the format; `prometheus` where a server was asked. */
    format: z.string().min(1).max(40),
    /** At most 20 files by name; `digest` is of all. */
    inputs: z.array(input).max(20).optional(),
    inputCount: count.optional(),
    /** Expressions that a server was asked, without its address. */
    queries: z.array(z.string().min(1).max(2000)).optional(),
    /** SHA-256 over the sorted digests of all inputs, or over what the replies of the server amount to. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  method: z.strictObject({
    /** The trapezoid rule over powers, or differences of a counter of energy. */
    integral: z.enum(['trapezoid', 'counter']),
    /** Usual time between two samples of a device (median). */
    interval: seconds,
    /** Two samples that are farther apart are a gap, whose energy is not counted. */
    longestStep: seconds,
    /** Below it a device counts as idle. */
    idleBelow: z.strictObject({ value: figure, unit: z.literal('W'), from: z.string().min(1).max(200) }).optional(),
    /** In which the times of the input were read, where they name none: `UTC`, `+01:00`, `Europe/Paris`. */
    timeZone: z.string().min(1).max(60).optional(),
    /** What a person said of the input: columns, unit, boundary. */
    options: z.record(z.string(), z.string()).optional(),
  }),
  /** What the energy includes. */
  boundary: z.enum(measurementBoundaries),
  start: instant,
  end: instant,
  samples: count,
  /** Samples that were not used, by reason. */
  rejected: z.record(z.enum(['duplicate', 'not-available', 'negative', 'implausible', 'without-time', 'without-device']), count),
  energy,
  /**
   * Mean power of all devices together: energy ÷ time in which any device is covered. In each part of the time, `series.resolution` long
   * or finer, that time is the covered time of all devices, at most the length of the part.
   */
  mean: power.optional(),
  /** The highest power of all devices together in one step of `series`. */
  peak: power.optional(),
  /** Covered time of all devices ÷ (devices × time from first to last sample). */
  coverage: share,
  idle: idle.optional(),
  devices: z.array(device).min(1),
  /** Energy in each hour of UTC; `null` where nothing is covered. */
  hourly: z.strictObject({ start: instant, unit: z.literal('kWh'), energy: values, coverage: z.array(share) }),
  /** Power of all devices over time, in at most 500 equal steps, so that peaks survive. */
  series: z.strictObject({
    start: instant,
    step: seconds,
    unit: z.literal('W'),
    /** Energy ÷ duration of the step. */
    mean: values,
    /** Over the parts of the step, each `resolution` long, the highest mean: energy ÷ time in which any device is covered. */
    peak: values,
    resolution: seconds,
    coverage: z.array(share),
  }),
});

export type Measurement = z.infer<typeof measurementSchema>;
export type MeasuredDevice = Measurement['devices'][number];
