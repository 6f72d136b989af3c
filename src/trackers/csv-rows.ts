import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { InputError } from '../diagnostics/diagnostic.js';
import { messages } from './messages.js';

/** Longer than any row of a log; rows that have run into each other are. */
const maxRow = 1_000_000;

export interface CsvRow {
  /** Line of the file on which the row ends; 1 is the header. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a text's first line, for telling its format. */
export function headerIn(beginning: string): readonly string[] {
  const line = /^\uFEFF?([^\r\n]*)/.exec(beginning)?.[1] ?? '';
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/**
 * The rows of a CSV text, header first, one at a time.
 *
 * @throws {InputError} Where the quotes don't pair, or a row never ends.
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: maxRow });
  // Errors of the text reach the parser's reader, and so the caller.
  const source = Readable.from(text, { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    const sentence =
      error.code === 'CSV_MAX_RECORD_SIZE' ? messages.rowTooLong('1 MB') : messages.notCsv(error.message.split(':')[0] ?? error.code);
    throw new InputError([{ ...sentence, line, column: 1 }]);
  } finally {
    source.destroy();
  }
}
