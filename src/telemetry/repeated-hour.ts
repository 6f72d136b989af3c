import { quotedSql } from './files/source-sql.js';
import { type Database, number } from './seen-devices.js';
import type { TimeBounds } from './time-bounds.js';

/** A quarter of an hour: clocks change at a multiple of it (µs). */
const quarter = 900e6;

/**
 * How many samples are in an hour that a clock of a zone shows twice, at the end of summer time. They are read as standard time, which is
 * the second of the two: what a clock alone says does not tell them apart.
 *
 * @param zone Its name, such as `Europe/Paris`.
 */
export async function repeatedSamples(database: Database, zone: string, { first, last }: TimeBounds): Promise<number> {
  const [from, to] = [Math.floor(first / quarter - 12) * quarter, last + 12 * quarter];
  const changes = await database.rows(`WITH moments AS (SELECT t, make_timestamptz(t) AS u FROM range(${from}, ${to}, ${quarter}) r(t)),
offsets AS (SELECT t, epoch_us(timezone(${quotedSql(zone)}, u)) - t AS o FROM moments),
changes AS (SELECT t, lag(o) OVER (ORDER BY t) - o AS back FROM offsets)
SELECT t, back FROM changes WHERE back > 0`);
  const hours = changes.map((row) => `t >= ${number(row['t']) - number(row['back'])} AND t < ${number(row['t']) + number(row['back'])}`);
  if (hours.length === 0) return 0;
  const [found] = await database.rows(`SELECT count(*) AS n FROM samples WHERE ${hours.join(' OR ')}`);
  return number(found?.['n']);
}
