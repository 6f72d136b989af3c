import type { Report } from '../../diagnostics/report.js';
import { fatal, type LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { hostMarks } from '../row-marks.js';
import type { CsvRow } from '../texts/csv-rows.js';
import { type Columns, cellOf, reject, type TableRow, tableRows } from '../texts/table.js';
import { textLines } from '../texts/text-lines.js';
import type { LogText } from '../tracker.js';
import { type Entry, type Gpus, gpusIn, joulesOf, type Listed } from './jobs.js';
import { messages } from './messages.js';

/** Signs that people give as `--delimiter`. Names of columns have none of them. */
const delimiters = ['|', '\t', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];

/** What separates the names of a header; a bar where nothing does. */
function delimiterOf(header: string): Delimiter {
  return delimiters.find((sign) => header.includes(sign)) ?? '|';
}

/** The cells of the first line. sacct writes no quotes. */
export function cellsOf(beginning: string): readonly string[] {
  const header = /^\uFEFF?\s*([^\r\n]*)/.exec(beginning)?.[1] ?? '';
  return header.split(delimiterOf(header)).map((cell) => cell.trim());
}

/** Characters in which a header and the line below it are looked for. */
const maxHeader = 20_000;

/** Whether columns are aligned with blanks, as sacct prints them without `-P` or `-p`: below a line of dashes, or below names alone. */
export function isFixedWidth(beginning: string): boolean {
  const [header = '', below] = beginning
    .slice(0, maxHeader)
    .replace(/^\uFEFF?\s*/, '')
    .split(/\r?\n/, 2);
  return isNamesAlone(header) || (below !== undefined && isRule(below) && wordsOf(header).some(isJobName));
}

const isJobName = (word: string): boolean => word === 'JobID' || word === 'JobIDRaw';
const isRule = (line: string): boolean => /^[ \t]*---[- \t]*$/.test(line);
const wordsOf = (line: string): readonly string[] => line.trim().split(/[ \t]+/);

function isNamesAlone(header: string): boolean {
  if (header.includes('\t')) return false;
  const words = wordsOf(header);
  return words.slice(0, -1).some(isJobName) && words.every((word) => /^[A-Z]\w+$/.test(word));
}

/** The rows of `sacct -P`, or of `sacct -p`, which ends each line with a bar. */
export async function* entriesOfText(text: LogText, log: LogReport): AsyncGenerator<Listed> {
  for await (const rows of tableRows(barRows(text, log), log, { columnsIn }))
    for (const row of rows) {
      const listed = listedOf(row);
      if (listed !== undefined) yield listed;
    }
}

/** @throws {InputError} Where the columns are aligned with blanks. */
async function* barRows(text: LogText, log: LogReport): AsyncGenerator<readonly CsvRow[]> {
  let header: string | undefined;
  let [delimiter, width, isEnded, hasJobs]: [Delimiter, number, boolean, boolean] = ['|', 0, false, false];
  for await (const lines of textLines(text, log)) {
    const rows: CsvRow[] = [];
    for (const { line, text: row } of lines) {
      if (header === undefined) {
        [header, delimiter] = [row, delimiterOf(row)];
        [width, isEnded, hasJobs] = [row.split(delimiter).length, row.endsWith(delimiter), wordsOf(row).some(isJobName)];
        if (isFixedWidth(row) || /^ *JobID(?:Raw)? [^|\t;,]*$/.test(row)) throw fatal(messages.fixedWidth());
        if (delimiter === ',' && /\bAllocTRES\b/.test(row)) throw fatal(messages.commaDelimiter());
      } else if (hasJobs && isRule(row)) throw fatal(messages.fixedWidth());
      const cells = row.split(delimiter);
      rows.push({ line, cells: isEnded ? withoutLast(cells, width) : cells });
    }
    yield rows;
  }
}

/** The cells before the sign that ends a line. Where it is missing, the last cell may have been cut. */
function withoutLast(cells: readonly string[], width: number): readonly string[] {
  return cells.at(-1) === '' || cells.length < width ? cells.slice(0, -1) : cells;
}

/** Columns by name. Where two have one name, they have the same values. */
function columnsIn(names: readonly string[], report: Report): Columns {
  const columns = new Map(names.map((name, at) => [name, at]));
  if (!columns.has('JobID') && !columns.has('JobIDRaw')) report(shared.missingColumn('JobID', names));
  else if (!columns.has('Elapsed') && !columns.has('ElapsedRaw')) report(shared.missingColumn('Elapsed', names));
  else if (!hasEnergy(columns)) report(messages.noEnergyColumn());
  return columns;
}

function hasEnergy(columns: Columns): boolean {
  return columns.has('ConsumedEnergyRaw') || columns.has('ConsumedEnergy');
}

/** `123`, `123_4`, `123_[5-9]`, `123+0`, followed by `.batch`, `.extern` or `.0` for a step. */
const jobId = /^(\d+(?:_(?:\d+|\[[^\]|]{1,200}\]))?(?:\+\d+)?)(\.[\w+-]{1,40})?$/;

function listedOf(row: TableRow): Listed | undefined {
  const cell = cellOf(row, 'JobID') ?? cellOf(row, 'JobIDRaw') ?? '';
  const [, id, step] = jobId.exec(cell) ?? [];
  if (id === undefined) reject(row, shared.badCell('JobID', cell, 'a number such as 123, 123_4 or 123.batch'));
  const entry: Entry = {
    lines: [row.line, row.line],
    hours: hoursOf(row),
    joules: energyOf(row),
    isEnergyListed: hasEnergy(row.table.columns),
    gpus: row.table.columns.has('AllocTRES') ? gpusOf(row) : undefined,
    name: cellOf(row, 'JobName'),
    state: cellOf(row, 'State'),
    started: timeOf(row, 'Start'),
    ended: timeOf(row, 'End'),
    machine: hostMarks(row),
    submitted: timeOf(row, 'Submit'),
    nodes: nodesOf(row),
  };
  if (row.isValid && entry.hours === undefined)
    row.table.log.report({ ...(entry.joules === undefined ? messages.noElapsed() : messages.noElapsedOfEnergy()), line: row.line });
  return row.isValid && id !== undefined ? { id, isStep: step !== undefined, entry, row: row.cells.join('|') } : undefined;
}

/** What sacct prints where a job never began, or its times contradict each other. */
const noTime = /^(?:|INVALID|Unknown|None|N\/A|UNLIMITED|Partition_Limit|NOT_SET)$/i;

/** Hours; `undefined` where there are none, or the cell was rejected. */
function hoursOf(row: TableRow): number | undefined {
  const [elapsed, raw] = [cellOf(row, 'Elapsed'), cellOf(row, 'ElapsedRaw')];
  if (noTime.test(elapsed ?? '') && raw !== undefined && /^\d{1,12}$/.test(raw)) return Number(raw) / 3600;
  if (noTime.test(elapsed ?? '') && noTime.test(raw ?? '')) return undefined;
  const [, days = '0', ...clock] = /^(?:(\d{1,6})-)?(\d{2,6}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)$/.exec(elapsed ?? '') ?? [];
  const [hours, minutes, seconds] = clock.map(Number);
  if (hours === undefined || minutes === undefined || seconds === undefined)
    return reject(row, shared.badCell('Elapsed', elapsed ?? raw ?? '', 'a time such as 1-02:03:04, days first'));
  return Number(days) * 24 + hours + minutes / 60 + seconds / 3600;
}

const prefixes = new Map([
  ['', 1],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
]);

/** Joules, in full or with a letter for thousands. Where a row has both, they have to agree. */
function energyOf(row: TableRow): number | undefined {
  const [raw, short = '0'] = [cellOf(row, 'ConsumedEnergyRaw'), cellOf(row, 'ConsumedEnergy')];
  if (raw !== undefined && !/^\d{1,24}(?:\.\d{1,9})?$/.test(raw)) return reject(row, shared.notANumber('ConsumedEnergyRaw', raw));
  const [, digits, letter = ''] = /^(\d{1,24}(?:\.\d{1,9})?)([KMGTPE]?)$/.exec(short) ?? [];
  if (digits === undefined) return reject(row, shared.notANumber('ConsumedEnergy', short));
  const exact = joulesOf(raw === undefined ? undefined : Number(raw));
  const rounded = joulesOf(Number(digits) * (prefixes.get(letter) ?? 1));
  if (exact !== undefined && rounded !== undefined && Math.abs(exact - rounded) > 0.01 * exact + 1)
    return reject(row, messages.energies(exact, rounded));
  return exact ?? rounded;
}

/** GPUs of `billing=1,cpu=32,gres/gpu:a100=2,gres/gpu=2,mem=250G,node=1`. */
function gpusOf(row: TableRow): Gpus | undefined {
  const resources: (readonly [string, number])[] = [];
  for (const item of cellOf(row, 'AllocTRES')?.split(',') ?? []) {
    const [, name, count] = /^([^=]+)=(.*)$/.exec(item) ?? [];
    if (name === undefined || count === undefined)
      return reject(row, shared.badCell('AllocTRES', '', 'resources such as cpu=32,gres/gpu=2,node=1'));
    const generic = /^gres\/((?:gpu|shard|mps)(?::.*)?)$/.exec(name)?.[1];
    if (generic === undefined) continue;
    if (!/^\d{1,9}$/.test(count)) return reject(row, shared.badCell('AllocTRES', item, 'a number of GPUs, such as gres/gpu=2'));
    resources.push([generic, Number(count)]);
  }
  return gpusIn(resources);
}

/** Machines of `node=2`, or of the column that counts them. */
function nodesOf(row: TableRow): number | undefined {
  const count =
    /(?:^|,)node=(\d{1,6})(?:,|$)/.exec(cellOf(row, 'AllocTRES') ?? '')?.[1] ?? cellOf(row, 'AllocNodes') ?? cellOf(row, 'NNodes');
  return count !== undefined && /^\d{1,6}$/.test(count) && Number(count) > 0 ? Number(count) : undefined;
}

function timeOf(row: TableRow, column: string): string | undefined {
  const text = cellOf(row, column);
  if (text === undefined || noTime.test(text)) return undefined;
  const time = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d/.exec(text)?.[0];
  if (time === undefined) row.table.log.report({ ...shared.unclearTime(column), line: row.line });
  return time;
}
