import type { Measurement } from '../measurement/measurement.js';
import { numbersOf } from './device-numbers.js';
import { identityOf, publicNames } from './devices.js';
import { devicesSql, type Integral, partsSql, rangeSql, type SampleKind, stepsSql, timeSql, totalsSql, wrongSql } from './integral-sql.js';
import type { Measured, MeasuredTotals, TimePart } from './measured.js';
import { resolutionFor } from './resolution.js';
import { type Database, type IntegrateOptions, number, type SeenDevice, seenDevice } from './seen-devices.js';
import { groupedByDevice, longestSteps, median, type StepCount } from './steps.js';
import { runTime, type TimeBounds } from './time-bounds.js';

export interface Integrated {
  readonly measured: Measured;
  readonly rejected: Measurement['rejected'];
  /** Samples of one device and time that have different values. */
  readonly conflicts: number;
  /** Samples that are years from all others. */
  readonly strays: number;
  /** Cells that are no value, and the first of them in order. */
  readonly odd: { readonly count: number; readonly example: string };
}

/**
 * Integrates the samples of a database: which devices are there → how the time is divided → one pass over all samples → what is
 * usual, and what is a gap → totals.
 *
 * @returns Nothing where there is no sample with a time and a value.
 */
export async function integrate(database: Database, options: IntegrateOptions): Promise<Integrated | undefined> {
  const { kind, gap } = options;
  const seen = (await database.rows(devicesSql)).map(seenDevice);
  const [range] = await database.rows(rangeSql(kind));
  const devices = [...new Map(seen.map((one) => [identityOf(one), one])).values()];
  if (range === undefined || range['first'] === null || devices.length === 0) return undefined;
  const time = await runTime(database, { first: number(range['first']), last: number(range['last']) });
  const numbers = await numbersOf(database, seen, devices, options);
  const isAll = time.first === number(range['first']) && time.last === number(range['last']);
  const plan = planOf({ ...time, isAll }, number(range['high']), devices, options, numbers.sql);
  const steps = await divided(database, plan);
  const places = new Map(numbers.ids.map((id, at) => [id, at]));
  const counts = steps.counts.map((count) => ({ ...count, device: places.get(count.device) ?? 0 }));
  const limits = longestSteps(counts, devices.length, gap);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE limits AS SELECT unnest([${numbers.ids.join(', ')}])::INTEGER AS d, unnest([${limits.longest.join(', ')}])::BIGINT AS longest`,
  );
  const totals = await database.rows(totalsSql(steps.integral));
  if (totals.length === 0) return undefined;
  const parts = await database.rows(timeSql(steps.integral));
  const unit = kind === 'power' ? 2e6 * steps.integral.scale : steps.integral.scale;
  const names = publicNames(devices, options.word);
  const measured = totals.map((row) => {
    const at = places.get(number(row['d'])) ?? 0;
    return totalsOf(row, at, devices[at] as SeenDevice, names, unit, kind);
  });
  const sum = (key: string): number => totals.reduce((all, row) => all + number(row[key]), 0);
  const isWhole = sum('n') === seen.reduce((all, one) => all + one.samples, 0);
  const [wrong = {}] = isWhole ? [] : await database.rows(wrongSql(numbers.sql, plan.isInTime, plan.highest));
  const count = (key: string): number => number(wrong[key]);
  return {
    measured: {
      devices: measured.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]).map(({ totals: own }) => own),
      parts: parts.map(
        (row): TimePart => ({
          start: number(row['b']) * plan.integral.resolution,
          joules: number(row['e']) / unit,
          covered: number(row['dt']),
        }),
      ),
      resolution: plan.integral.resolution,
      interval: limits.interval,
      longestStep: limits.interval * gap,
    },
    rejected: {
      duplicate: sum('duplicates'),
      'not-available': count('unread'),
      negative: count('negative'),
      implausible: count('implausible') + count('stray') + sum('implausible'),
      'without-time': count('untimed'),
      'without-device': 0,
    },
    conflicts: sum('conflicts'),
    strays: count('stray'),
    odd: { count: count('odd'), example: typeof wrong['example'] === 'string' ? wrong['example'] : '' },
  };
}

interface Plan {
  readonly integral: Integral;
  /** The highest possible value, in SQL. */
  readonly highest: string;
  /** Whether a sample is in the time of the run, in SQL. */
  readonly isInTime: string;
}

/** Bits of the whole numbers that energies are. */
const energyBits = 62;

function planOf(
  { first, last, isAll }: TimeBounds & { readonly isAll: boolean },
  high: number,
  devices: readonly SeenDevice[],
  { kind, idleBelow, highest }: IntegrateOptions,
  device: string,
): Plan {
  const span = Math.max(1, last - first);
  const limits = devices.map(({ model }) => highest(model === '' ? undefined : model));
  const highestSql =
    kind === 'counter' ? '1e300' : limits.every((limit) => limit === limits[0]) ? String(limits[0]) : `[${limits.join(', ')}][d + 1]`;
  // The mean time between samples says how finely steps have to be told apart.
  const steps = devices.reduce((sum, { samples }) => sum + samples, 0) - devices.length;
  const mean = (span * devices.length) / Math.max(1, steps);
  const largest = kind === 'counter' ? high : 2 * Math.max(...limits) * span;
  const isInTime = isAll ? 't IS NOT NULL' : `t BETWEEN ${first} AND ${last}`;
  return {
    highest: highestSql,
    isInTime,
    integral: {
      kind,
      resolution: resolutionFor(span, devices.length, Math.floor(mean)),
      quantum: Math.max(1, 10 ** Math.floor(Math.log10(mean / 100))),
      single: Math.max(1, Math.ceil(mean * 64)),
      scale: 2 ** (energyBits - Math.ceil(Math.log2(Math.max(1, largest)))),
      idleBelow: idleBelow([...new Set(devices.flatMap(({ model }) => (model === '' ? [] : [model])))]),
      accepts: `${isInTime} AND w >= 0 AND w <= ${highestSql}`,
      device,
      highest: Math.max(...limits),
    },
  };
}

/** The one pass over all samples; again where steps are so short that they can't be told apart. */
async function divided(
  database: Database,
  { integral }: Plan,
): Promise<{ readonly integral: Integral; readonly counts: readonly StepCount[] }> {
  let current = integral;
  for (;;) {
    await database.run(partsSql(current));
    const counts = (await database.rows(stepsSql)).map((row): StepCount => {
      const [n, dt, c] = [number(row['n']), number(row['dt']), number(row['c'])];
      return { device: number(row['d']), steps: n, length: c < 0 ? dt : c * current.quantum };
    });
    const isCoarse = current.quantum > 1 && shortestMedian(counts) < 10 * current.quantum;
    if (!isCoarse) return { integral: current, counts };
    current = { ...current, quantum: Math.max(1, current.quantum / 1000), single: Math.max(1, Math.ceil(current.single / 1000)) };
  }
}

/** Of the device that was sampled most often: the others do not tell what is usual for it. */
function shortestMedian(counts: readonly StepCount[]): number {
  return [...groupedByDevice(counts).values()].reduce((shortest, own) => Math.min(shortest, median(own) ?? Infinity), Infinity);
}

function totalsOf(
  row: Readonly<Record<string, unknown>>,
  at: number,
  device: SeenDevice,
  names: ReturnType<typeof publicNames>,
  unit: number,
  kind: SampleKind,
): { readonly totals: MeasuredTotals; readonly rank: readonly [number, number] } {
  const gaps = number(row['gaps']);
  const { model } = device;
  return {
    rank: names[at]?.rank ?? [0, at],
    totals: {
      name: names[at]?.name ?? '',
      model: model === '' ? undefined : model,
      start: number(row['first']),
      end: number(row['last']),
      samples: number(row['n']) - number(row['duplicates']),
      joules: number(row['e']) / unit,
      covered: number(row['dt']),
      peak: kind === 'power' ? number(row['peak']) : undefined,
      gaps,
      longestGap: gaps > 0 ? number(row['longest']) : undefined,
      resets: kind === 'power' ? undefined : number(row['resets']),
      idle: 'idle_dt' in row ? { joules: number(row['idle_e']) / unit, covered: number(row['idle_dt']) } : undefined,
    },
  };
}
