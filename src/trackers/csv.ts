import { InputError } from '../diagnostics/diagnostic.js';
import { error, warning } from '../diagnostics/message.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/report.js';
import { type ColumnMap, type ColumnMeaning, columnMeanings } from '../manifest/schema/log-columns.js';
import { readPowers } from './csv-powers.js';
import { createLogReport, fatal } from './log-report.js';
import { messages as shared } from './messages.js';
import type { RunRecord } from './record.js';
import { hostMarks } from './row-marks.js';
import { type MappedColumn, mappedColumn } from './texts/columns.js';
import { csvRows } from './texts/csv-rows.js';
import { checkExcelTime } from './texts/excel-time.js';
import { localTime } from './texts/local-time.js';
import { type Columns, cellOf, numberOf, reject, type TableRow, tableRows } from './texts/table.js';
import type { LogItem, LogText, ReadOptions, Tracker } from './tracker.js';

/** What the reader of a table with named columns reports. */
export const messages = {
  noEnergyColumn: () =>
    error('no-energy-column', 'No column is given for the energy.', {
      expected: 'Name it in a phase of a manifest: `from: { logs: FILE, format: csv, columns: { energy: used (kWh) } }`',
      note: 'Or the time and the power: `columns: { time: timestamp, power: power (W) }`.',
    }),
  noSuchColumn: (name: string, near: string | undefined, found: readonly string[]) =>
    error('missing-column', `Unknown column ${JSON.stringify(name)}.`, {
      expected: near === undefined ? `one of ${found.slice(0, 12).join(', ')}` : `${JSON.stringify(near)}, perhaps`,
    }),
  meterReading: (column: string, first: number, last: number) =>
    error(
      'meter-reading',
      `\`${column}\` only rises, from ${first} to ${last}: it is the reading of a meter, not the energy of each row.`,
      {
        expected: `the difference, ${Number((last - first).toPrecision(6))}, as \`energy:\` of the phase, or a column with the energy of each run`,
      },
    ),
  runningTotal: (column: string, rows: number) =>
    warning('running-total', `\`${column}\` rises in each of ${rows} rows. If it is a running total, the rows must not be added.`, {
      note: 'Of a running total, keep the last row of each run.',
    }),
  emptyCell: (column: string) => error('empty-cell', `\`${column}\` is empty.`, { expected: 'the energy of each run' }),
} as const;

/** Any table whose columns a person has named. Each row with an energy is a run; powers over time are integrated. */
export const csv = {
  id: 'csv',
  title: 'Table with named columns',
  // Every table could be one, so it is read as one only where its columns are named.
  recognises: () => false,
  read,
} as const satisfies Tracker;

/** Columns by their meaning; `name` is that of the header. */
type NamedColumns = ReadonlyMap<ColumnMeaning, MappedColumn>;

async function* read(text: LogText, { columns = {}, boundary }: ReadOptions = {}): AsyncGenerator<LogItem> {
  if (columns.power !== undefined || columns.time !== undefined) {
    yield* readPowers(text, columns, boundary);
    return;
  }
  if (columns.energy === undefined) throw new InputError([messages.noEnergyColumn()]);
  const log = createLogReport();
  let named: NamedColumns = new Map();
  let runs = 0;
  const rise = createRise();
  const columnsIn = (names: readonly string[], report: Report): Columns => {
    named = namedColumns(names, columns, report);
    return new Map(names.map((name, at) => [name, at]));
  };
  for await (const rows of tableRows(csvRows(text, log), log, { columnsIn }))
    for (const row of rows) {
      const run = runIn(row, named);
      if (run === undefined) continue;
      runs += 1;
      rise.add(Number(cellOf(row, named.get('energy')?.name ?? '')));
      yield { run: { ...run, boundary }, machine: hostMarks(row) };
    }
  log.throwErrors();
  if (runs === 0) throw fatal(shared.noRows());
  rise.report(named.get('energy')?.name ?? 'energy', log.report);
  log.throwErrors();
  yield* log.remarks();
}

/** Rows from which on energies that rise with each are no chance. */
const minRising = 6;

/** Notes whether the energies of all rows rise, as the readings of a meter do. */
function createRise(): { readonly add: (value: number) => void; readonly report: (column: string, report: Report) => void } {
  let [rows, first, last, isRising] = [0, Number.NaN, Number.NaN, true];
  return {
    add: (value) => {
      isRising &&= rows === 0 || value > last;
      if (rows === 0) first = value;
      last = value;
      rows += 1;
    },
    report: (column, report) => {
      if (!isRising || rows < minRising) return;
      // A meter begins far from 0; a running total near it.
      report(last - first < first ? messages.meterReading(column, first, last) : messages.runningTotal(column, rows));
    },
  };
}

function namedColumns(header: readonly string[], columns: ColumnMap, report: Report): NamedColumns {
  const found = new Map<ColumnMeaning, MappedColumn>();
  for (const meaning of columnMeanings) {
    const column = mappedColumn(columns, meaning);
    if (column === undefined) continue;
    // The header may have the unit, or leave it to the mapping.
    const name = [column.written, column.name].find((one) => header.includes(one));
    if (name === undefined) report(messages.noSuchColumn(column.name, nearest(column.name, header)[0], header));
    else if (header.indexOf(name) !== header.lastIndexOf(name)) report(shared.columnTwice(name));
    else found.set(meaning, { ...column, name });
  }
  return found;
}

const time = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?.*)?$/;

function runIn(row: TableRow, columns: NamedColumns): RunRecord | undefined {
  const cell = (meaning: ColumnMeaning): string | undefined => {
    const column = columns.get(meaning);
    return column === undefined ? undefined : cellOf(row, column.name);
  };
  const number = (meaning: ColumnMeaning): number | undefined => {
    const column = columns.get(meaning);
    const value = column === undefined ? undefined : numberOf(row, column.name);
    const converted = column === undefined || value === undefined ? undefined : column.factor(value);
    return converted === Infinity ? reject(row, shared.notANumber(column?.name ?? meaning, String(value))) : converted;
  };
  const moment = (meaning: 'started' | 'ended'): string | undefined => {
    const text = cell(meaning);
    checkExcelTime(columns.get(meaning)?.name ?? meaning, text ?? '', row.line);
    return text === undefined || time.test(text) ? text && localTime(text) : reject(row, shared.badTime(text));
  };
  const [energy, hours, reported, accelerators] = [number('energy'), number('duration'), number('emissions'), number('accelerators')];
  const [started, ended, project] = [moment('started'), moment('ended'), cell('project')];
  if (row.isValid && energy === undefined) reject(row, messages.emptyCell(columns.get('energy')?.name ?? 'energy'));
  if (accelerators !== undefined && (!Number.isInteger(accelerators) || accelerators < 1))
    reject(row, shared.badCell('accelerators', String(accelerators), 'a whole number above 0'));
  if (!row.isValid || energy === undefined) return undefined;
  return {
    tracker: 'csv',
    lines: [row.line, row.line],
    project,
    started,
    ended,
    hours,
    energy,
    parts: {},
    isMeasured: false,
    reported,
    accelerator: accelerators === undefined ? undefined : { count: accelerators },
    place: {},
  };
}
