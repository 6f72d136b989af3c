import type { Message } from '../../diagnostics/message.js';
import type { Report } from '../../diagnostics/report.js';
import type { LogReport } from '../log-report.js';
import { messages } from '../messages.js';
import type { CsvRow } from './csv-rows.js';

/** Places of the columns by their names. */
export type Columns = ReadonlyMap<string, number>;

interface Table {
  readonly columns: Columns;
  /** Words that tools write for a cell without a value. */
  readonly absent: readonly string[];
  readonly log: LogReport;
  /** Times that the header was repeated so far. */
  headers: number;
}

/** A row with one cell for each column. */
export interface TableRow {
  readonly table: Table;
  readonly line: number;
  readonly cells: readonly string[];
  /** Times that the header was repeated above it: tables that were joined. */
  readonly headers: number;
  /** False once a cell of it was rejected. */
  isValid: boolean;
}

export interface TableOptions {
  /** Finds the columns in the names of the header. By default each name is a column, and there once. */
  readonly columnsIn?: ((names: readonly string[], report: Report) => Columns) | undefined;
  readonly absent?: readonly string[] | undefined;
  /** Takes a row whose number of cells differs from that of the header, which is an error by default. */
  readonly onOddRow?: ((row: CsvRow, columns: number) => void) | undefined;
  /** The tool writes its header again and again, so a repeated one is no sign of a second log. */
  readonly repeatsHeader?: boolean | undefined;
}

/**
 * The rows below the header of a table, as many at a time as come together. What every table can have wrong is reported:
 * a number of cells that differs from that of the header, and a header that is repeated.
 *
 * @throws {InputError} Where the header is wrong.
 */
export async function* tableRows(
  batches: AsyncIterable<readonly CsvRow[]>,
  log: LogReport,
  { columnsIn = columnsNamed([]), absent = [], onOddRow, repeatsHeader = false }: TableOptions = {},
): AsyncGenerator<Iterable<TableRow>> {
  let table: Table | undefined;
  let names: readonly string[] = [];
  let width = 0;
  for await (const batch of batches) {
    const [header, ...others] = table === undefined ? batch : [];
    if (table === undefined && header !== undefined) {
      names = header.cells.map((name) => name.trim());
      width = names.findLastIndex((name) => name !== '') + 1;
      table = { columns: columnsIn(names.slice(0, width), log.at(header.line)), absent, log, headers: 0 };
      log.throwErrors();
    }
    if (table !== undefined) yield validRows(table, { names, width, onOddRow, repeatsHeader }, header === undefined ? batch : others);
    if (log.isFull()) break;
  }
}

interface Header extends Pick<TableOptions, 'onOddRow' | 'repeatsHeader'> {
  /** All its cells. A spreadsheet adds empty ones at the end. */
  readonly names: readonly string[];
  /** Cells up to the last name. */
  readonly width: number;
}

/** @throws {InputError} Where another header follows: the rows below it have other columns. */
function* validRows(table: Table, { names, width, onOddRow, repeatsHeader }: Header, rows: readonly CsvRow[]): Generator<TableRow> {
  const { log } = table;
  for (const { line, cells } of rows) {
    if (log.isFull()) return;
    if (isHeader(cells, names)) {
      table.headers += 1;
      if (repeatsHeader !== true) log.report({ ...messages.repeatedHeader(), line });
    } else if (isOtherHeader(cells, names)) {
      log.report({ ...messages.otherHeader(cells.length, width), line });
      log.throwErrors();
    } else if (cells.length !== names.length || cells.some((cell, at) => at >= width && cell.trim() !== '')) {
      if (onOddRow === undefined) log.report({ ...messages.cellCount(cells.length, width), line });
      else onOddRow({ line, cells }, width);
    } else yield { table, line, cells, headers: table.headers, isValid: true };
  }
}

function isHeader(cells: readonly string[], names: readonly string[]): boolean {
  return cells[0]?.trim() === names[0] && cells.length === names.length && cells.every((cell, at) => cell.trim() === names[at]);
}

/** Whether a row has the names of half of the columns, as the header of another version has. */
function isOtherHeader(cells: readonly string[], names: readonly string[]): boolean {
  if (cells.length === names.length && !names.includes(cells[0]?.trim() ?? '')) return false;
  const own = names.filter((name) => name !== '');
  const shared = own.filter((name) => cells.some((cell) => cell.trim() === name)).length;
  return shared > 1 && shared >= own.length / 2;
}

/** Columns of which some are required, and no two have one name. */
export function columnsNamed(required: readonly string[]): (names: readonly string[], report: Report) => Columns {
  return (names, report) => {
    for (const column of required) if (!names.includes(column)) report(messages.missingColumn(column, names));
    // A column without a name is that of a spreadsheet, or of row numbers.
    const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
    if (twice !== undefined) report(messages.columnTwice(twice));
    return new Map(names.map((name, at) => [name, at]));
  };
}

/** The text of a cell; `undefined` where it is empty, or has no column. */
export function cellOf({ table: { columns, absent }, cells }: TableRow, column: string): string | undefined {
  const at = columns.get(column);
  const text = at === undefined ? undefined : cells[at]?.trim();
  return text === undefined || text === '' || absent.includes(text) ? undefined : text;
}

const numeric = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i;

/** A number that is 0 or greater; `undefined` where the cell is empty, or rejected. */
export function numberOf(row: TableRow, column: string): number | undefined {
  const text = cellOf(row, column);
  if (text === undefined) return undefined;
  const value = numeric.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return reject(row, messages.notANumber(column, text));
  return value < 0 ? reject(row, messages.negative(column, value)) : value;
}

/** A number that is 0 or greater and has to be there; `undefined` where it was rejected. */
export function requiredNumberOf(row: TableRow, column: string, expected: string): number | undefined {
  if (cellOf(row, column) !== undefined) return numberOf(row, column);
  // A tool writes nan where it could calculate no number: the cell is there.
  const text = row.cells[row.table.columns.get(column) ?? -1]?.trim() ?? '';
  return reject(row, text === '' ? messages.badCell(column, '', expected) : messages.notANumber(column, text));
}

/** Reports what is wrong with a row, which is then not used. */
export function reject(row: TableRow, message: Message): undefined {
  row.isValid = false;
  row.table.log.report({ ...message, line: row.line });
  return undefined;
}
