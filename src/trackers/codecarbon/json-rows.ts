import type { LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { itemLines, readJson, wholeText } from '../texts/json-text.js';
import { readPythonJson } from '../texts/python-json.js';
import { rejoined } from '../texts/rejoined.js';
import { type Columns, reject, type TableRow } from '../texts/table.js';
import { textLines } from '../texts/text-lines.js';
import type { LogText } from '../tracker.js';
import { messages } from './messages.js';

/** A text that begins as an object, or as a list of objects. */
const beginsAsJson = /^\uFEFF?\s*(?:\[\s*)?\{/;

/** Whether the beginning of a text is of rows as JSON: with the keys that every version has. */
export function areJsonRows(beginning: string, required: readonly string[]): boolean {
  return beginsAsJson.test(beginning) && required.every((key) => beginning.includes(`"${key}"`)) && !/"header"\s*:\s*\{/.test(beginning);
}

/**
 * Rows of CodeCarbon as JSON, with the names of the CSV's columns as keys: a list of objects, one object, or an object on each line,
 * as `LoggerOutput` writes them. They become rows of a table, so that they go through the same checks.
 *
 * @throws {InputError} Where the text is no JSON.
 */
export async function* jsonRows(text: LogText, log: LogReport, required: readonly string[]): AsyncGenerator<Iterable<TableRow>> {
  const rowOf = createRows(log, required);
  const { isLines, whole } = await asLines(text);
  if (!isLines) {
    const json = await wholeText(whole);
    const value = readPythonJson(json) ?? readJson(json);
    const items = Array.isArray(value) ? value : [value];
    const lines = Array.isArray(value) ? itemLines(`{"rows":${json}}`, 'rows') : [[1, 1] as const];
    yield items.flatMap((item: unknown, at) => rowOf(item, lines[at]?.[0] ?? 1) ?? []);
    return;
  }
  let [unfinished, count] = [0, 0];
  const onUnfinished = (line: number): void => {
    unfinished = line;
  };
  for await (const lines of textLines(whole, log, onUnfinished)) {
    const rows: TableRow[] = [];
    for (const { line, text: own } of lines) {
      // A logger may have put the time and its name in front.
      const start = own.indexOf('{');
      const value = start < 0 ? undefined : readPythonJson(own.slice(start));
      if (value !== undefined) rows.push(...(rowOf(value, line) ?? []));
      else if (line === unfinished && count + rows.length > 0) log.report({ ...messages.cutLine(), line });
      else if (start >= 0) log.report({ ...shared.notJson(), line });
      else log.report({ ...messages.otherLine(), line });
    }
    count += rows.length;
    yield rows;
  }
}

/** Whether each line is an object: the first one is whole. */
async function asLines(text: LogText): Promise<{ readonly isLines: boolean; readonly whole: LogText }> {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    beginning += piece.value;
    if (beginning.trimStart().includes('\n') || beginning.length > 100_000) break;
  }
  const first = /\S[^\r\n]*/.exec(beginning.replace(/^\uFEFF/, ''))?.[0] ?? '';
  return { isLines: first.startsWith('{') && first.trimEnd().endsWith('}'), whole: rejoined(beginning, pieces) };
}

/** Turns objects into rows. Objects with the same keys are of one table. */
function createRows(log: LogReport, required: readonly string[]): (value: unknown, line: number) => readonly TableRow[] | undefined {
  const tables = new Map<string, TableRow['table']>();
  return (value, line) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      log.report({ ...shared.wrongShape('row', 'an object with the columns of CodeCarbon as keys'), line });
      return undefined;
    }
    const names = Object.keys(value);
    const missing = required.find((key) => !names.includes(key));
    if (missing !== undefined) {
      log.report({ ...shared.missingColumn(missing, names), line });
      return undefined;
    }
    const key = JSON.stringify(names);
    const columns: Columns = new Map(names.map((name, at) => [name, at]));
    const table = tables.get(key) ?? { columns, absent: ['None', 'nan'], log, headers: 0 };
    tables.set(key, table);
    const row: TableRow = { table, line, cells: [], headers: 0, isValid: true };
    const cells = Object.entries(value).map(([name, cell]) => textOf(row, name, cell));
    return row.isValid ? [{ ...row, cells }] : undefined;
  };
}

/** A value as the CSV has it. */
function textOf(row: TableRow, name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') reject(row, shared.wrongShape(name, 'a text or a number'));
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  return String(value);
}
