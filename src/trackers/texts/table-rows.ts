import { CsvError, type Options, parse } from 'csv-parse';
import { InputError } from '../../diagnostics/diagnostic.js';
import { messages } from '../messages.js';

/** Longer than any row of a log; rows that have run into each other are. */
const maxRow = 1_000_000;

export interface CsvRow {
  /** Line of the file on which the row begins; 1 is the header. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a text's first line, for telling its format. */
export function headerIn(beginning: string): readonly string[] {
  const line = /^\uFEFF?([^\r\n]*)/.exec(beginning)?.[1] ?? '';
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

export interface CsvRowsOptions {
  readonly delimiter?: string | undefined;
  /** Called where the last row has no line break, with its line: what is cut within its last cell looks whole. */
  readonly unfinished?: ((line: number) => void) | undefined;
}

/** The settings by which tables are read. */
export const csvOptions = { bom: true, relax_column_count: true, max_record_size: maxRow } as const satisfies Options;

/**
 * The rows of a CSV text, header first, one at a time; empty lines are passed over.
 *
 * @throws {InputError} Where the quotes don't pair, or a row never ends.
 */
export async function* csvRows(text: AsyncIterable<string>, options: CsvRowsOptions = {}): AsyncGenerator<CsvRow> {
  for await (const rows of csvBatches(text, options)) yield* rows;
}

/** The same, as many at a time as come with a piece of the text: a promise for each row costs as much as reading it. */
export async function* csvBatches(
  text: AsyncIterable<string>,
  { delimiter = ',', unfinished }: CsvRowsOptions = {},
): AsyncGenerator<readonly CsvRow[]> {
  const parser = parse({ ...csvOptions, delimiter });
  const ended = Symbol('ended');
  let line = 1;
  let last = '\n';
  const rowsRead = (): readonly CsvRow[] => {
    const rows: CsvRow[] = [];
    for (let cells = parser.read() as string[] | null; cells !== null; cells = parser.read() as string[] | null) {
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    }
    return rows;
  };
  const failed = new Promise<never>((_, reject) => parser.on('error', reject));
  // Whoever waits hears of it.
  failed.catch(() => undefined);
  try {
    for await (const piece of text) {
      if (piece === '') continue;
      last = piece.slice(-1);
      const written = new Promise<void>((resolve) => parser.write(piece, () => resolve()));
      const rows = rowsRead();
      if (rows.length > 0) yield rows;
      await Promise.race([written, failed]);
    }
    if (last !== '\n' && last !== '\r') unfinished?.(line);
    const end = new Promise<typeof ended>((resolve) => parser.on('end', () => resolve(ended)));
    parser.end();
    for (;;) {
      const rows = rowsRead();
      if (rows.length > 0) yield rows;
      const readable = new Promise<void>((resolve) => parser.once('readable', () => resolve()));
      if ((await Promise.race([end, readable, failed])) === ended) break;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error['lines'] === 'number' ? error['lines'] : line;
    const sentence =
      error.code === 'CSV_MAX_RECORD_SIZE' ? messages.rowTooLong('1 MB') : messages.notCsv(error.message.split(':')[0] ?? error.code);
    throw new InputError([{ ...sentence, line: at, column: 1 }]);
  } finally {
    parser.destroy();
  }
}
