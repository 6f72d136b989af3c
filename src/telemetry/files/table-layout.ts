import { InputError } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { messages as shared } from '../../trackers/messages.js';
import { messages as power } from '../../trackers/power/messages.js';
import { unread, wattsIn } from '../../trackers/power/power-cell.js';
import { checkExcelTime } from '../../trackers/texts/excel-time.js';
import { momentIn } from '../../trackers/texts/moment.js';
import { nameAndUnit } from '../../trackers/texts/name-and-unit.js';
import { isOfAccelerators } from '../accelerator-names.js';
import type { SampleKind } from '../integral-sql.js';
import { messages } from '../messages.js';
import type { Layout, Storage, TimeColumn, ValueColumn } from './layout.js';

/** The columns of a table by their meaning, as a person named them. */
export interface NamedColumns {
  readonly time?: string | undefined;
  readonly power?: readonly string[] | undefined;
  readonly energy?: readonly string[] | undefined;
  readonly device?: string | undefined;
  readonly node?: string | undefined;
  readonly name?: string | undefined;
}

/** A table as its beginning shows it. */
export interface TableHead {
  readonly storage: Storage;
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly decimalComma: boolean;
  readonly isPadded: boolean;
  /** Cells of its first rows. */
  readonly rows: readonly (readonly string[])[];
}

/** Joules of the units of energy. */
const jouleSizes: Readonly<Record<string, number>> = {
  mJ: 1e-3,
  J: 1,
  kJ: 1e3,
  MJ: 1e6,
  GJ: 1e9,
  Wh: 3600,
  kWh: 3.6e6,
  MWh: 3.6e9,
  joule: 1,
  joules: 1,
  Joule: 1,
  Joules: 1,
};

/** Microseconds of the units of time. */
const timeSizes: Readonly<Record<string, number>> = { ns: 1e-3, us: 1, µs: 1, ms: 1e3, s: 1e6, sec: 1e6, seconds: 1e6 };

/** Names by which a column is recognised. */
const usual = {
  time: /^(?:time|timestamp|ts|datetime|date_?time|epoch|unix_?time)(?:_(?:ms|us|ns|s|utc))?$/i,
  device: /^(?:device|device_?id|gpu|gpu_?id|gpu_?index|index|uuid|gpu_?uuid|card|accelerator)$/i,
  node: /^(?:host|host_?name|node|node_?name|machine|server)$/i,
  name: /^(?:model|model_?name|gpu_?name|gpu_?model|device_?name)$/i,
  power: /^(?:power|watts?|power[_.]?(?:draw|usage)|gpu_?power)(?:[_.](?:m?w|kw|watts?))?$/i,
  energy: /^(?:energy|joules?|total_?energy|energy_?consumption|energy_?counter)(?:[_.](?:m?j|kj|joules?|k?wh))?$/i,
} as const;

/** The unit at the end of a name: `power_w`, `energy_mj`. A power in `_mw` may be in milliwatts or megawatts. */
const unitOfName: readonly (readonly [RegExp, string])[] = [
  [/watts?$/i, 'W'],
  [/[_.\s-]kw$/i, 'kW'],
  [/[_.\s-]w$/i, 'W'],
  [/joules?$/i, 'J'],
  [/[_.\s-]kj$/i, 'kJ'],
  [/[_.\s-]j$/i, 'J'],
  [/[_.\s-]kwh$/i, 'kWh'],
  [/[_.\s-]wh$/i, 'Wh'],
];

/**
 * The layout of a table by the columns that a person named, and by usual names for what they left open.
 *
 * @returns Nothing where no columns are named and the names are unknown.
 * @throws {InputError} Where a named column is not there, or has no unit.
 */
export function tableLayout(head: TableHead, columns: NamedColumns, format: string): Layout | undefined {
  const isNamed = Object.values(columns).some((one) => one !== undefined);
  const found = (meaning: 'time' | 'device' | 'node' | 'name'): number | undefined => {
    const asked = columns[meaning];
    if (asked !== undefined) return placeOf(asked, head.names);
    const at = head.names.findIndex((name) => usual[meaning].test(nameAndUnit(name).name));
    return at < 0 ? undefined : at;
  };
  const kind: SampleKind = columns.energy !== undefined ? 'counter' : 'power';
  const valued = valuesOf(head, columns, kind);
  const time = found('time');
  if (valued === undefined || time === undefined) {
    if (!isNamed) return undefined;
    throw new InputError([time === undefined ? power.noTimeColumn() : power.noPowerColumn()]);
  }
  return {
    format,
    storage: head.storage,
    kind: valued.kind,
    names: head.names,
    delimiter: head.delimiter,
    decimalComma: head.decimalComma,
    isPadded: head.isPadded,
    unread: unreadIn(head, valued.values),
    time: timeColumn(head, time, columns.time),
    values: valued.values,
    device: valued.values.length > 1 ? undefined : found('device'),
    host: found('node'),
    model: found('name'),
    label: undefined,
    boundary: saysAccelerators(head.names, valued.values, found('device')) ? 'accelerator' : undefined,
  };
}

/** Cells of columns that say that a value was not read. */
export function unreadIn({ rows }: TableHead, values: readonly ValueColumn[]): readonly string[] {
  const cells = rows.flatMap((row) => values.map(({ at }) => row[at] ?? ''));
  return [...new Set(cells.filter((cell) => unread.test(cell.trim())))].sort();
}

function saysAccelerators(names: readonly string[], values: readonly ValueColumn[], device: number | undefined): boolean {
  return isOfAccelerators(names[device ?? -1] ?? '') || values.every(({ name }) => isOfAccelerators(name));
}

/** The place of a column that a person named, with its unit in brackets or without. */
function placeOf(asked: string, names: readonly string[]): number {
  const { name } = nameAndUnit(asked);
  const at = [names.indexOf(asked), names.indexOf(name), names.findIndex((one) => nameAndUnit(one).name === name)].find((one) => one >= 0);
  if (at !== undefined) return at;
  throw new InputError([power.noSuchColumn(name, nearest(name, names)[0], names)]);
}

function valuesOf(
  head: TableHead,
  columns: NamedColumns,
  kind: SampleKind,
): { readonly kind: SampleKind; readonly values: readonly ValueColumn[] } | undefined {
  const asked = columns.power ?? columns.energy;
  if (asked !== undefined) {
    const isWide = asked.length > 1;
    return { kind, values: asked.map((one) => valueColumn(head, placeOf(one, head.names), nameAndUnit(one).unit, kind, isWide)) };
  }
  for (const [own, words] of [
    ['power', usual.power],
    ['counter', usual.energy],
  ] as const) {
    const at = head.names.findIndex((name) => words.test(nameAndUnit(name).name));
    if (at >= 0) return { kind: own, values: [valueColumn(head, at, undefined, own, false)] };
  }
  return undefined;
}

/** A column of powers or counters, with the size of its unit: of what a person wrote, of the header, of the name, or of the cells. */
export function valueColumn(head: TableHead, at: number, asked: string | undefined, kind: SampleKind, isWide: boolean): ValueColumn {
  const header = head.names[at] ?? '';
  const { name, unit } = nameAndUnit(header);
  const cellUnit = unitOfCells(head, at);
  const written = cellUnit ?? asked ?? unit ?? unitOfName.find(([words]) => words.test(name))?.[1];
  const size = written === undefined ? undefined : kind === 'power' ? wattsIn(written) : own(jouleSizes, written);
  if (size === undefined)
    throw new InputError([shared.columnUnit(kind === 'power' ? 'power' : 'energy', written ?? '', kind === 'power' ? 'W' : 'J')]);
  return { at, name, size, cellUnit, device: isWide ? name : undefined };
}

const own = (sizes: Readonly<Record<string, number>>, unit: string): number | undefined =>
  Object.hasOwn(sizes, unit) ? sizes[unit] : undefined;

/** The unit behind the numbers of a column, where its cells have one. */
function unitOfCells({ rows }: TableHead, at: number): string | undefined {
  for (const row of rows) {
    const unit = /^[+-]?\d[\d.,]*(?:e[+-]?\d+)?\s+(\p{L}+)$/iu.exec(row[at] ?? '')?.[1];
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** A column of times, and what they are, by its first cell that is one. */
export function timeColumn(head: TableHead, at: number, asked: string | undefined): TimeColumn {
  const name = head.names[at] ?? '';
  const unit = nameAndUnit(asked ?? '').unit ?? nameAndUnit(name).unit ?? /_(ms|us|ns|s)$/.exec(name)?.[1];
  const cell = head.rows.map((row) => row[at] ?? '').find((text) => momentIn(text) !== undefined) ?? '';
  const moment = momentIn(cell);
  checkExcelTime(name, head.rows[0]?.[at] ?? '', 2);
  const size = unit === undefined ? undefined : own(timeSizes, unit);
  if (moment === undefined) return { at: [at], kind: 'local', factor: 1 };
  if (moment.kind === 'local' || moment.kind === 'zoned') return { at: [at], kind: moment.kind, factor: 1 };
  // Seconds, milli-, micro- or nanoseconds since 1970, by the size of the number.
  const factor = size ?? (moment.seconds * 1e6) / Number(cell);
  if ((Number(cell) * factor) / 1e6 < 1e9) throw new InputError([messages.relativeTimes(nameAndUnit(name).name)]);
  return { at: [at], kind: 'epoch', factor: Number(factor.toPrecision(6)) };
}
