import { deviceOf, identityOf } from './devices.js';
import { quotedSql as quoted } from './files/source-sql.js';
import { hashesSql, hashSql } from './integral-sql.js';
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
  const keys = seen.map(({ key }) => (key === null ? 'NULL' : quoted(key))).join(', ');
  const limits = new Set(devices.map(({ model }) => highest(model === '' ? undefined : model)));
  if (seen.length === devices.length && limits.size === 1) {
    await database.run(`CREATE OR REPLACE TEMP TABLE keys AS SELECT unnest([${keys}]::VARCHAR[]) AS k`);
    const rows = new Map((await database.rows(hashesSql)).map((row) => [row['k'], row]));
    for (const length of ['short', 'long'] as const) {
      const ids = devices.map(({ key }) => number(rows.get(key)?.[length]));
      if (new Set(ids).size === ids.length) return { ids, sql: hashSql[length] };
    }
  }
  const words = [...new Set(seen.map(({ key }) => key ?? ''))];
  await database.run(`CREATE TYPE device_key AS ENUM (${words.map(quoted).join(', ')})`);
  const identities = new Map(devices.map((device, at) => [identityOf(device), at]));
  const places = words.map((key) => identities.get(identityOf(deviceOf(key))) ?? -1);
  return { ids: devices.map((_, at) => at), sql: `[${places.join(', ')}][enum_code(CAST(coalesce(k, '') AS device_key))::INTEGER + 1]` };
}
