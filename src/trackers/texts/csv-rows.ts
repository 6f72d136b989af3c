import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import { fatal, type LogReport } from '../log-report.js';
import { messages } from '../messages.js';
import { delimiterIn, withPoints, writtenStyle } from './decimal-commas.js';
import { beginningOf } from './rejoined.js';

/** Characters of a row, more than any row of a log has. Where quotes are not closed, rows are joined to a longer one. */
const maxRow = 1_000_000;

export interface CsvRow {
  /** Line of the file on which the row begins. The header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a text's first line, from which its format is recognised. */
export function headerIn(beginning: string): readonly string[] {
  const line = /^\uFEFF?([^\r\n]*)/.exec(beginning)?.[1] ?? '';
  return line.split(delimiterIn(line)).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** The settings by which tables are read. */
export const csvOptions = { bom: true, relax_column_count: true, max_record_size: maxRow } as const satisfies Options;

export interface CsvOptions {
  /** Between cells; by default what the first line has most of. */
  readonly delimiter?: string | undefined;
  /** Called with the number of the last line where it does not end with a line break; reports it by default. */
  readonly onUnfinished?: ((line: number) => void) | undefined;
  /** Takes a quotation mark within a cell as it is. Other lines than rows may have some. */
  readonly relaxQuotes?: boolean | undefined;
}

/**
 * The rows of a CSV text, header first, as many at a time as come with a piece of the text: a promise for each row would
 * cost as much as reading it. Empty lines are skipped. Where a spreadsheet wrote semicolons between cells and decimal commas
 * throughout, numbers have decimal points in the rows.
 *
 * @throws {InputError} Where a quote is not closed, or a row never ends.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  log: LogReport,
  { delimiter, relaxQuotes = false, onUnfinished = (line) => log.report({ ...messages.unfinishedRow(), line }) }: CsvOptions = {},
): AsyncGenerator<readonly CsvRow[]> {
  const { beginning, whole } = await beginningOf(text);
  const style = writtenStyle(beginning, delimiter);
  if (style.hasDecimalCommas) log.report({ ...messages.decimalCommas(style.example), line: 2 });
  const rows = parsedRows(whole, { ...csvOptions, delimiter: style.delimiter, relax_quotes: relaxQuotes }, onUnfinished);
  if (!style.hasDecimalCommas) yield* rows;
  else for await (const batch of rows) yield batch.map(({ line, cells }) => ({ line, cells: withPoints(cells, log.at(line)) }));
}

async function* parsedRows(
  text: AsyncIterable<string>,
  options: Options,
  onUnfinished: (line: number) => void,
): AsyncGenerator<readonly CsvRow[]> {
  const parser = parse(options);
  const rowsRead = takenRows(parser);
  let last = '\n';
  const failed = new Promise<never>((_, reject) => parser.on('error', reject));
  // Without a handler of its own, an error before the first wait would end the process.
  failed.catch(() => undefined);
  try {
    for await (const piece of text) {
      if (piece === '') continue;
      last = piece.slice(-1);
      const written = new Promise<void>((resolve) => parser.write(piece, () => resolve()));
      const { rows } = rowsRead();
      if (rows.length > 0) yield rows;
      await Promise.race([written, failed]);
    }
    if (last !== '\n' && last !== '\r') onUnfinished(rowsRead().next);
    const ended = new Promise<void>((resolve) => parser.on('end', () => resolve()));
    parser.end();
    parser.resume();
    await Promise.race([ended, failed]);
    const { rows } = rowsRead();
    if (rows.length > 0) yield rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error['lines'] === 'number' ? error['lines'] : rowsRead().next;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw fatal(messages.rowTooLong('1 MB'), at);
    throw fatal(messages.notCsv(error.message.split(':')[0] ?? error.code), at);
  } finally {
    parser.destroy();
  }
}

/**
 * Takes rows from a parser where they are found, and not from its stream, which costs more than an empty line does.
 *
 * @returns The rows since the last call, and the line on which the next one begins.
 */
function takenRows(parser: Parser): () => { readonly rows: readonly CsvRow[]; readonly next: number } {
  // Rows are compared with the first one while csv-parse has counted none. It makes an error, with a trace of calls, for each row of
  // another length, and drops it where lengths are relaxed: thirty times what an empty line costs otherwise.
  Object.defineProperty(parser.info, 'records', { get: () => 0, set: () => undefined });
  let [rows, line]: [CsvRow[], number] = [[], 1];
  const end = parser.push.bind(parser);
  parser.push = (cells: readonly string[] | null) => {
    if (cells === null) return end(null);
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
    line += 1;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    return true;
  };
  return () => {
    const taken = rows;
    rows = [];
    return { rows: taken, next: line };
  };
}
