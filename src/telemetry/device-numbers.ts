import { identityOf } from './devices.js';
import { hashesSql, hashSql, type Integral, spansSql } from './integral-sql.js';
import { type Database, type IntegrateOptions, number, type SeenDevice } from './seen-devices.js';

/** Numbers of devices: of each, and of the device of a key in SQL. */
export interface Numbers {
  readonly ids: readonly number[];
  readonly sql: string;
}

/**
 * Numbers by which the one pass knows devices. Bits of a hash are the fastest; where several keys are of one device, or where devices have
 * limits of their own, they are counted from 0.
 */
export async function numbersOf(
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
export async function spansOf(
  database: Database,
  seen: readonly SeenDevice[],
  { device, accepts }: Pick<Integral, 'device' | 'accepts'>,
  isPlausible: boolean,
): Promise<ReadonlyMap<number, Span> | undefined> {
  const isWhole = seen.every(({ samples, read }) => samples === read);
  if (isPlausible && isWhole && new Set(seen.map(identityOf)).size === seen.length) return undefined;
  const rows = await database.rows(spansSql(device, accepts));
  return new Map(rows.map((row) => [number(row['d']), { first: number(row['first']), last: number(row['last']) }]));
}
