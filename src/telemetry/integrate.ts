import type { Measurement } from '../measurement/measurement.js';
import { deviceOf, identityOf, type NamedDevice, publicNames } from './devices.js';
import {
  devicesSql,
  hashesSql,
  hashSql,
  type Integral,
  partsSql,
  rejectedSql,
  type SampleKind,
  spansSql,
  stepsSql,
  timeSql,
  totalsSql,
} from './integral-sql.js';
import type { Measured, MeasuredTotals, TimePart } from './measured.js';
import { resolutionFor } from './resolution.js';
import { longestSteps, type StepCount } from './steps.js';

/** A database with a table `samples` of `k`, `t`, `w` and `odd`. */
export interface Database {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface IntegrateOptions {
  readonly kind: SampleKind;
  /** A step is a gap where it is longer than the usual one by this factor. */
  readonly gap: number;
  /** W below which devices of these models are idle; nothing where it is unknown. */
  readonly idleBelow: (models: readonly string[]) => number | undefined;
  /** The highest power (W) of a sample of a device of a model. */
  readonly highest: (model: string | undefined) => number;
  /** What a device is called. */
  readonly word: string;
}

export interface Integrated {
  readonly measured: Measured;
  readonly rejected: Measurement['rejected'];
  /** Samples of one device and time that have different values. */
  readonly conflicts: number;
  /** Cells that are no value, and the first of them in order. */
  readonly odd: { readonly count: number; readonly example: string };
}

/** A device, and what the first look showed of it. */
interface SeenDevice extends NamedDevice {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
  readonly read: number;
  readonly samples: number;
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
  const devices = [...new Map(seen.filter(({ read }) => read > 0).map((one) => [identityOf(one), one])).values()];
  if (devices.length === 0) return undefined;
  const numbers = await numbersOf(database, seen, devices, options);
  const plan = planOf(seen, devices, options, numbers.sql);
  const spans = await spansOf(database, seen, plan);
  const steps = await divided(database, plan);
  const places = new Map(numbers.ids.map((id, at) => [id, at]));
  const counts = steps.counts.map((count) => ({ ...count, device: places.get(count.device) ?? 0 }));
  const limits = longestSteps(counts, devices.length, gap);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE limits AS SELECT unnest([${numbers.ids.join(', ')}])::INTEGER AS d, unnest([${limits.longest.join(', ')}])::BIGINT AS longest`,
  );
  const totals = await database.rows(totalsSql(steps.integral));
  const parts = await database.rows(timeSql(steps.integral));
  const unit = kind === 'power' ? 2e6 * steps.integral.scale : steps.integral.scale;
  const names = publicNames(devices, options.word);
  const measured = totals.map((row) => {
    const at = places.get(number(row['d'])) ?? 0;
    return totalsOf(row, at, { ...(devices[at] as SeenDevice), ...spans?.get(number(row['d'])) }, names, unit, kind);
  });
  const sum = (key: string): number => totals.reduce((all, row) => all + number(row[key]), 0);
  const oddCells = seen.reduce((all, one) => all + one.odd, 0);
  const [values] = plan.isPlausible ? [] : await database.rows(rejectedSql(plan.integral.device, plan.highest));
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
      'not-available': seen.reduce((all, one) => all + one.samples - one.read, 0) - oddCells,
      negative: number(values?.['negative']),
      implausible: number(values?.['implausible']) + sum('implausible'),
      'without-time': seen.reduce((all, one) => all + one.samples - one.timed, 0),
      'without-device': 0,
    },
    conflicts: sum('conflicts'),
    odd: { count: oddCells, example: seen.flatMap(({ example }) => example ?? []).sort()[0] ?? '' },
  };
}

const number = (value: unknown): number => (value === null || value === undefined ? 0 : Number(value));

function seenDevice(row: Readonly<Record<string, unknown>>) {
  const key = typeof row['k'] === 'string' ? row['k'] : null;
  return {
    ...deviceOf(key),
    key: key ?? '',
    samples: number(row['samples']),
    timed: number(row['timed']),
    read: number(row['read']),
    first: number(row['first']),
    last: number(row['last']),
    low: number(row['low']),
    high: number(row['high']),
    odd: number(row['odd']),
    example: typeof row['example'] === 'string' ? row['example'] : undefined,
  };
}

interface Plan {
  readonly integral: Integral;
  /** The highest possible value, in SQL. */
  readonly highest: string;
  readonly isPlausible: boolean;
}

/** Bits of the whole numbers that energies are. */
const energyBits = 62;

function planOf(
  seen: readonly SeenDevice[],
  devices: readonly SeenDevice[],
  { kind, idleBelow, highest }: IntegrateOptions,
  device: string,
): Plan {
  const read = seen.filter((one) => one.read > 0);
  const span = Math.max(1, Math.max(...read.map(({ last }) => last)) - Math.min(...read.map(({ first }) => first)));
  const limits = devices.map(({ model }) => highest(model === '' ? undefined : model));
  const isPlausible =
    kind === 'counter'
      ? read.every(({ low }) => low >= 0)
      : read.every((one) => one.low >= 0 && one.high <= highest(one.model === '' ? undefined : one.model));
  const highestSql =
    kind === 'counter' ? '1e300' : limits.every((limit) => limit === limits[0]) ? String(limits[0]) : `[${limits.join(', ')}][d + 1]`;
  // The mean time between samples says how finely steps have to be told apart.
  const steps = read.reduce((sum, one) => sum + one.read, 0) - devices.length;
  const mean = (span * devices.length) / Math.max(1, steps);
  const top = Math.min(Math.max(...read.map(({ high }) => high)), kind === 'counter' ? Infinity : Math.max(...limits));
  const largest = kind === 'counter' ? top : 2 * top * span;
  return {
    isPlausible,
    highest: highestSql,
    integral: {
      kind,
      resolution: resolutionFor(span, devices.length, Math.floor(mean)),
      quantum: Math.max(1, 10 ** Math.floor(Math.log10(mean / 100))),
      single: Math.max(1, Math.ceil(mean * 64)),
      scale: 2 ** (energyBits - Math.ceil(Math.log2(Math.max(1, largest)))),
      idleBelow: idleBelow([...new Set(devices.flatMap(({ model }) => (model === '' ? [] : [model])))]),
      accepts: isPlausible ? 'true' : `w >= 0 AND w <= ${highestSql}`,
      device,
      highest: Math.max(...limits),
    },
  };
}

/** Numbers of devices: of each, and of the device of a key in SQL. */
interface Numbers {
  readonly ids: readonly number[];
  readonly sql: string;
}

/**
 * Numbers by which the one pass knows devices. Bits of a hash are the fastest; where several keys are of one device, or where devices have
 * limits of their own, they are counted from 0.
 */
async function numbersOf(
  database: Database,
  seen: readonly SeenDevice[],
  devices: readonly SeenDevice[],
  { highest }: IntegrateOptions,
): Promise<Numbers> {
  const read = seen.filter((one) => one.read > 0);
  const keys = read.map(({ key }) => quoted(key)).join(', ');
  const limits = new Set(devices.map(({ model }) => highest(model === '' ? undefined : model)));
  if (read.length === devices.length && limits.size === 1) {
    await database.run(`CREATE OR REPLACE TEMP TABLE keys AS SELECT unnest([${keys}]) AS k`);
    const rows = new Map((await database.rows(hashesSql)).map((row) => [row['k'], row]));
    for (const length of ['short', 'long'] as const) {
      const ids = devices.map(({ key }) => number(rows.get(key)?.[length]));
      if (new Set(ids).size === ids.length) return { ids, sql: hashSql[length] };
    }
  }
  await database.run(`CREATE TYPE device_key AS ENUM (${keys})`);
  const identities = devices.map(identityOf);
  const places = read.map((one) => identities.indexOf(identityOf(one)));
  return { ids: devices.map((_, at) => at), sql: `[${places.join(', ')}][enum_code(CAST(k AS device_key))::INTEGER + 1]` };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Span = Pick<SeenDevice, 'first' | 'last'>;

/** From when to when each device was read, where that is not from its first row to its last. */
async function spansOf(
  database: Database,
  seen: readonly SeenDevice[],
  { integral, isPlausible }: Plan,
): Promise<ReadonlyMap<number, Span> | undefined> {
  const isWhole = seen.every(({ samples, read }) => samples === read);
  if (isPlausible && isWhole && new Set(seen.map(identityOf)).size === seen.length) return undefined;
  const rows = await database.rows(spansSql(integral.device, integral.accepts));
  return new Map(rows.map((row) => [number(row['d']), { first: number(row['first']), last: number(row['last']) }]));
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
    const isCoarse = current.quantum > 1 && medianOf(counts) < 10 * current.quantum;
    if (!isCoarse) return { integral: current, counts };
    current = { ...current, quantum: Math.max(1, current.quantum / 1000), single: Math.max(1, Math.ceil(current.single / 1000)) };
  }
}

function medianOf(counts: readonly StepCount[]): number {
  const sorted = [...counts].sort((a, b) => a.length - b.length);
  const half = sorted.reduce((sum, { steps }) => sum + steps, 0) / 2;
  let before = 0;
  for (const { steps, length } of sorted) {
    before += steps;
    if (before >= half) return length;
  }
  return Infinity;
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
      start: device.first,
      end: device.last,
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
