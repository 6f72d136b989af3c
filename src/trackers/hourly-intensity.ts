import { error, type Message, warning } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import type { HourlySeries } from '../manifest/hourly/series.js';
import { gridFinding } from '../plausibility/beside.js';
import { parseQuantity } from '../units/parse.js';
import { createLogReport, fatal, type LogReport } from './log-report.js';
import { quoted, messages as shared } from './messages.js';
import { unread } from './power/power-cell.js';
import { type CsvRow, csvRows } from './texts/csv-rows.js';
import { localSeconds } from './texts/local-time.js';
import { momentIn } from './texts/moment.js';
import type { LogText } from './tracker.js';

const asUtc = 'times with their offset (`2024-03-11T12:00:00+01:00`), or a column `Datetime (UTC)`';

/** What the reader of hourly intensities reports. */
export const messages = {
  columns: (missing: string, found: readonly string[]) =>
    error('hourly-columns', `No column with ${missing}: ${found.slice(0, 12).map(quoted).join(', ')}.`, {
      expected: 'a column `Datetime (UTC)`, and one with the intensity and its unit, such as `gCO2e/kWh`',
    }),
  severalColumns: (found: readonly string[]) =>
    error('hourly-columns', `Several columns have an intensity: ${found.map(quoted).join(', ')}.`, {
      expected: 'one of them; or names that say which is `direct` and which `Life cycle`',
    }),
  noZone: (column: string, text: string) =>
    error('hourly-time-zone', `\`${column}\` has no time zone: ${quoted(text)}.`, { expected: asUtc }),
  badTime: (column: string, text: string) => error('hourly-time', `Invalid time in \`${column}\`: ${quoted(text)}.`, { expected: asUtc }),
  badFigure: (column: string, text: string) =>
    error('hourly-figure', `Invalid intensity in \`${column}\`: ${quoted(text)}.`, { expected: 'a number that is 0 or greater' }),
  twice: (text: string, line: number) =>
    error('hourly-twice', `This time has another intensity on line ${line}: ${quoted(text)}.`, { expected: 'one intensity for each hour' }),
  zones: (one: string, other: string) =>
    error('hourly-zones', `The rows are of several zones: ${quoted(one)} and ${quoted(other)}.`, { expected: 'a file for each zone' }),
  coarse: (hours: number) =>
    error('hourly-coarse', `The rows are ${hours} hours apart.`, {
      expected: 'a row for each hour',
      note: 'A daily or monthly mean hides the differences between hours.',
    }),
  tooMany: (most: number) => error('hourly-too-many', `More than ${most} rows.`, { expected: 'the rows of the time in which it ran' }),
  zero: (rows: number) =>
    warning(
      'hourly-zero',
      `${rows === 1 ? 'One row has' : `${rows} rows have`} an intensity of 0 g/kWh, which no grid has over its life cycle. They were taken as missing.`,
    ),
} as const;

/** Twenty years of hours, or nearly two of steps of five minutes. */
const maxRows = 200_000;

const timeName = /^(?:date ?time|time ?stamp|timestamp|time|hour|from|start|date)\b/i;
const utcName = /\b(?:utc|gmt)\b/i;
/** Columns of what may happen, or of the next power plant, and not of the average grid. */
const otherName = /forecast|predict|marginal|\bmin\b|\bmax\b/i;
const start1970 = localSeconds('1970-01-01T00:00:00') ?? Number.NaN;

/** Where the figures of a row are. */
interface Columns {
  readonly time: number;
  readonly isUtc: boolean;
  readonly intensity: number;
  readonly unit: string;
  readonly zone: number;
  readonly estimated: number;
  readonly names: readonly string[];
}

/** What was read so far. */
interface Rows {
  /** By the instant in seconds since 1970. */
  readonly values: Map<number, { readonly value: number; readonly line: number; readonly isEstimated: boolean }>;
  /** Times of all rows, with an intensity or without. */
  readonly times: Set<number>;
  zone: string | undefined;
  zeros: number;
}

/**
 * Reads the intensity of a grid hour by hour: a CSV with a column of times and one of intensities with their unit, or a download of
 * Electricity Maps (`Datetime (UTC)`, `Zone id`, `Carbon intensity gCO₂eq/kWh (direct)` and `(Life cycle)`, before 2025 `(LCA)`,
 * `Data estimated`; electricitymaps.com/datasets). A time is that at which the hour begins. Several rows of an hour have their mean.
 *
 * @param basis Which column to take where there are both; `life-cycle` by default.
 * @throws {InputError} With the line of each invalid row.
 */
export async function readHourly(text: LogText, basis: 'life-cycle' | 'direct' = 'life-cycle'): Promise<HourlySeries> {
  const log = createLogReport();
  const rows: Rows = { values: new Map(), times: new Set(), zone: undefined, zeros: 0 };
  let columns: Columns | undefined;
  for await (const batch of csvRows(text, log))
    for (const row of batch) {
      if (columns === undefined) columns = columnsIn(row.cells, basis);
      else {
        const fault = takeRow(row, columns, rows, log.at(row.line));
        if (fault !== undefined) log.report({ ...fault, line: row.line });
      }
      if (rows.times.size > maxRows) throw fatal(messages.tooMany(maxRows), row.line);
      if (log.isFull()) log.throwErrors();
    }
  log.throwErrors();
  if (columns === undefined || rows.values.size === 0) throw fatal(shared.noRows());
  refuseCoarse([...rows.times]);
  if (rows.zeros > 0) log.report(messages.zero(rows.zeros));
  return seriesOf(rows, columns, log);
}

function columnsIn(cells: readonly string[], basis: 'life-cycle' | 'direct'): Columns {
  const names = cells.map((cell) => cell.trim());
  const time = names.findIndex((name) => timeName.test(name));
  if (time < 0) throw fatal(messages.columns('the time', names));
  const all = names.flatMap((name, at) => {
    const unit = at === time || otherName.test(name) ? undefined : unitIn(name);
    return unit === undefined ? [] : [{ at, name, unit }];
  });
  if (all.length === 0) throw fatal(messages.columns('an intensity and its unit', names));
  const own = all.filter(({ name }) => lifeCycleOf(name) === basis);
  const [one, ...others] = all.length === 1 ? all : own;
  if (one === undefined || others.length > 0) throw fatal(messages.severalColumns(all.map(({ name }) => name)));
  return {
    time,
    isUtc: utcName.test(names[time] ?? ''),
    intensity: one.at,
    unit: one.unit,
    zone: names.findIndex((name) => /^zone id$/i.test(name)),
    estimated: names.findIndex((name) => /^data estimated$/i.test(name)),
    names,
  };
}

function lifeCycleOf(name: string): 'life-cycle' | 'direct' | undefined {
  if (/life[ -]?cycle|\blca\b/i.test(name)) return 'life-cycle';
  return /\bdirect\b/i.test(name) ? 'direct' : undefined;
}

/** The unit of an intensity in the name of a column: `gCO2eq/kWh` of `Carbon intensity gCO₂eq/kWh (direct)`. */
function unitIn(name: string): string | undefined {
  const words = name
    .replaceAll('₂', '2')
    .split(/[\s()[\],]/)
    .filter((word) => word !== '');
  for (const [n, word] of words.entries()) {
    if (!word.includes('/')) continue;
    for (const unit of [`${words[n - 1] ?? ''} ${word}`.trim(), word]) if (parseQuantity(`1 ${unit}`, 'intensity', false).ok) return unit;
  }
  return undefined;
}

/** Takes the row; what is wrong with it where it can't be taken. */
function takeRow({ line, cells }: CsvRow, columns: Columns, rows: Rows, report: Report): Message | undefined {
  const cell = (at: number): string => (at < 0 ? '' : (cells[at] ?? '').trim());
  const [when, text, zone] = [cell(columns.time), cell(columns.intensity), cell(columns.zone)];
  const name = (at: number): string => columns.names[at] ?? '';
  if (when === '' && text === '') return undefined;
  const moment = momentIn(when);
  if (moment === undefined || moment.kind === 'relative') return messages.badTime(name(columns.time), when);
  if (moment.kind === 'local' && !columns.isUtc) return messages.noZone(name(columns.time), when);
  const seconds = moment.kind === 'epoch' ? moment.seconds : moment.seconds - start1970;
  if (zone !== '' && rows.zone !== undefined && rows.zone !== zone) return messages.zones(rows.zone, zone);
  if (zone !== '') rows.zone = zone;
  rows.times.add(seconds);
  // An hour without an intensity is missing; its energy is named where it is known.
  if (text === '' || text.toUpperCase() === 'NA' || unread.test(text)) return undefined;
  const parsed = parseQuantity(`${text} ${columns.unit}`, 'intensity', false);
  if (!parsed.ok || !Number.isFinite(parsed.value) || parsed.value < 0) return messages.badFigure(name(columns.intensity), text);
  const { value } = parsed;
  if (value === 0 && lifeCycleOf(name(columns.intensity)) !== 'direct') {
    rows.zeros += 1;
    return undefined;
  }
  const odd = value > 1 ? gridFinding(value) : undefined;
  if (odd !== undefined) report(odd);
  const before = rows.values.get(seconds);
  if (before !== undefined && before.value !== value) return messages.twice(when, before.line);
  rows.values.set(seconds, { value, line, isEstimated: /^true$/i.test(cell(columns.estimated)) });
  return undefined;
}

/** Refuses rows that are further apart than an hour. */
function refuseCoarse(times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const steps = sorted
    .slice(1)
    .map((time, n) => time - (sorted[n] ?? time))
    .sort((a, b) => a - b);
  const median = steps[Math.floor(steps.length / 2)];
  if (median !== undefined && median > 3600 * 1.01) throw fatal(messages.coarse(Number((median / 3600).toPrecision(3))));
}

function seriesOf({ values, zone }: Rows, { names, intensity, estimated }: Columns, log: LogReport): HourlySeries {
  const sums = new Map<number, { sum: number; count: number }>();
  const marked = new Set<number>();
  // In the order of time, so that the order of rows changes no digit.
  for (const [seconds, { value, isEstimated }] of [...values].sort(([a], [b]) => a - b)) {
    const hour = Math.floor(seconds / 3600);
    const { sum, count } = sums.get(hour) ?? { sum: 0, count: 0 };
    sums.set(hour, { sum: sum + value, count: count + 1 });
    if (isEstimated) marked.add(hour);
  }
  const column = names[intensity] ?? '';
  return {
    values: new Map([...sums].map(([hour, { sum, count }]) => [hour, count === 1 ? sum : sum / count])),
    column,
    lifeCycle: lifeCycleOf(column),
    zone,
    estimated: marked,
    isElectricityMaps: estimated >= 0 && names.some((name) => /^zone id$/i.test(name)),
    remarks: log.remarks().map(({ diagnostic }) => diagnostic),
  };
}
