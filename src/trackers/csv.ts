import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { nearest } from '../diagnostics/nearest.js';
import { type ColumnMap, type ColumnMeaning, columnMeanings } from '../manifest/schema/log-columns.js';
import { messages } from './messages.js';
import type { RunRecord } from './record.js';
import { type MappedColumn, mappedColumn } from './texts/columns.js';
import { csvRows } from './texts/table-rows.js';
import type { Finding, LogText, ReadOptions, Tracker } from './tracker.js';

/** Faults that are told before a file is given up. */
const mostFaults = 20;

/** A table of anybody's, whose columns a person has named: each row is a run. */
export const csv = {
  id: 'csv',
  title: 'Table with named columns',
  // Any table may be one: only who names its columns says so.
  recognises: () => false,
  read,
} as const satisfies Tracker;

interface Column extends MappedColumn {
  readonly at: number;
}

async function* read(text: LogText, { columns = {} }: ReadOptions = {}): AsyncGenerator<Finding> {
  if (columns.energy === undefined) throw new InputError([messages.noEnergyColumn()]);
  const faults: Diagnostic[] = [];
  const found: Diagnostic[] = [];
  const { delimiter, whole } = await delimited(text);
  const unfinished = (line: number): void => {
    found.push({ ...messages.unfinishedRow(), line, column: 1 });
  };
  let header: readonly string[] | undefined;
  let mapped: ReadonlyMap<ColumnMeaning, Column> = new Map();
  let rows = 0;
  for await (const { line, cells } of csvRows(whole, { delimiter, unfinished })) {
    const tell = (sentence: Message): void => {
      faults.push({ ...sentence, line, column: 1 });
    };
    if (header === undefined) {
      header = cells.map((name) => name.trim());
      mapped = columnsIn(header, columns, tell);
      if (faults.length > 0) break;
    } else if (cells.length !== header.length) tell(messages.cellCount(cells.length, header.length));
    else {
      const run = runIn(cells, mapped, line, tell);
      rows += 1;
      if (run !== undefined) yield { run };
    }
    if (faults.length >= mostFaults) break;
  }
  if (faults.length > 0) throw new InputError(faults);
  if (rows === 0) throw new InputError([{ ...messages.noRows(), line: 1, column: 1 }]);
  for (const diagnostic of found) yield { diagnostic };
}

/** The sign between the cells of the first line: the one that stands there most, outside quotes. */
async function delimited(text: LogText): Promise<{ readonly delimiter: string; readonly whole: LogText }> {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    beginning += piece.value;
    if (/[\r\n]/.test(beginning) || beginning.length > 100_000) break;
  }
  const header = (/^[^\r\n]*/.exec(beginning)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string): number => header.split(sign).length;
  const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  async function* whole(): AsyncGenerator<string> {
    yield beginning;
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { delimiter, whole: whole() };
}

function columnsIn(header: readonly string[], columns: ColumnMap, tell: (sentence: Message) => void): ReadonlyMap<ColumnMeaning, Column> {
  const found = new Map<ColumnMeaning, Column>();
  for (const meaning of columnMeanings) {
    const column = mappedColumn(columns, meaning);
    if (column === undefined) continue;
    // The header may hold the unit, or leave it to the mapping.
    const names = [column.written, column.name].filter((name) => header.includes(name));
    const [name] = names;
    if (name === undefined) tell(messages.noSuchColumn(column.name, nearest(column.name, header)[0], header));
    else if (header.indexOf(name) !== header.lastIndexOf(name)) tell(messages.columnTwice(name));
    else found.set(meaning, { ...column, at: header.indexOf(name) });
  }
  return found;
}

const numeric = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i;
const time = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?.*)?$/;

function runIn(
  cells: readonly string[],
  columns: ReadonlyMap<ColumnMeaning, Column>,
  line: number,
  tell: (sentence: Message) => void,
): RunRecord | undefined {
  let isSound = true;
  const fail = (sentence: Message): undefined => {
    isSound = false;
    tell(sentence);
    return undefined;
  };
  const cell = (meaning: ColumnMeaning): string | undefined => {
    const column = columns.get(meaning);
    const content = column === undefined ? undefined : cells[column.at]?.trim();
    return content === '' ? undefined : content;
  };
  const figure = (meaning: ColumnMeaning): number | undefined => {
    const [column, content] = [columns.get(meaning), cell(meaning)];
    if (column === undefined || content === undefined) return undefined;
    const value = numeric.test(content) ? column.factor(Number(content)) : Number.NaN;
    if (!Number.isFinite(value)) return fail(messages.notANumber(column.name, content));
    return value < 0 ? fail(messages.negative(column.name, value)) : value;
  };
  const moment = (meaning: 'started' | 'ended'): string | undefined => {
    const content = cell(meaning);
    if (content === undefined || time.test(content)) return content?.replace(' ', 'T').slice(0, 19);
    return fail(messages.badTime(content));
  };
  const [energy, hours, reported, accelerators] = [figure('energy'), figure('duration'), figure('emissions'), figure('accelerators')];
  const [started, ended, project] = [moment('started'), moment('ended'), cell('project')];
  if (isSound && energy === undefined) fail(messages.emptyCell(columns.get('energy')?.name ?? 'energy'));
  if (accelerators !== undefined && (!Number.isInteger(accelerators) || accelerators < 1))
    fail(messages.badCell('accelerators', String(accelerators), 'a whole number of them'));
  if (!isSound || energy === undefined) return undefined;
  return {
    tracker: 'csv',
    lines: [line, line],
    ...(project !== undefined && { project }),
    ...(started !== undefined && { started }),
    ...(ended !== undefined && { ended }),
    ...(hours !== undefined && { hours }),
    energy,
    parts: {},
    isMeasured: false,
    ...(reported !== undefined && { reported }),
    ...(accelerators !== undefined && { accelerator: { count: accelerators } }),
    place: {},
  };
}
