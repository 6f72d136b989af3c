import { InputError } from '../../../diagnostics/diagnostic.js';
import { nearest } from '../../../diagnostics/nearest.js';
import type { Engine } from '../../../io/duckdb/index.js';
import { quotedSql } from '../../../telemetry/files/source-sql.js';
import { messages } from '../../../telemetry/messages.js';
import type { CollectOptions } from './collection.js';

/** What `collect` goes by where no option says otherwise. */
export const defaults = { gap: 10, memoryLimit: '2GB' } as const;

/** What a person said of the input, as the measurement has it; nothing where that is nothing. */
export function saidOf({ columns, machinePerFile, boundary, unit, by, gap }: CollectOptions): Record<string, string> | undefined {
  const said = Object.entries({ columns, 'machine-per-file': machinePerFile, boundary, unit, by, gap });
  const given = said.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]));
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

const sizes: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9, TB: 1e12, MIB: 2 ** 20, GIB: 2 ** 30, M: 1e6, G: 1e9 };

/** Below it, in bytes, the program can hardly read a file. */
const minMemory = 150e6;

/** DuckDB's share of the limit. The rest is for Node, and for what DuckDB takes above its own limit: 410 MB were seen above 1,750 MB. */
const share = 0.75;

/**
 * DuckDB's part of a limit for the whole program, as DuckDB takes it.
 *
 * @throws {InputError} Where it is no size, or too small for anything.
 * @example memoryLimitOf('2 gb') //=> '1500000000B'
 */
export function memoryLimitOf(text: string = defaults.memoryLimit): string {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text.trim()) ?? [];
  const bytes = Number(digits) * (sizes[unit.toUpperCase()] ?? Number.NaN);
  if (!(bytes >= minMemory)) throw new InputError([messages.invalidMemory(text)]);
  return `${Math.round(bytes * share)}B`;
}

/** A time zone in SQL, by name or as an offset in µs, and as the measurement names it. */
export interface TimeZone {
  readonly sql: string | number;
  readonly name: string | undefined;
}

/**
 * The zone of times that name none; UTC where nobody gave one.
 *
 * @throws {InputError} Where there is no such zone.
 */
export async function timeZoneOf(text: string | undefined, engine: Engine): Promise<TimeZone> {
  if (text === undefined || /^(?:utc|z|gmt)$/i.test(text)) return { sql: 0, name: text === undefined ? undefined : 'UTC' };
  const [, sign, hours, minutes = '00'] = /^(?:UTC)?([+-])(\d\d?):?(\d\d)?$/.exec(text) ?? [];
  if (sign !== undefined && Number(hours) <= 14 && Number(minutes) < 60) {
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60e6;
    return { sql: offset, name: `${sign}${String(hours).padStart(2, '0')}:${minutes}` };
  }
  const known = await engine.rows(`SELECT name FROM pg_timezone_names() WHERE name = ${quotedSql(text)} AND name LIKE '%/%'`);
  if (known.length > 0) return { sql: text, name: text };
  const names = (await engine.rows("SELECT DISTINCT name FROM pg_timezone_names() WHERE name LIKE '%/%' ORDER BY name")).map(({ name }) =>
    String(name),
  );
  throw new InputError([messages.unknownZone(text, nearest(text, names)[0])]);
}
