import type { LogText } from '../tracker.js';
import type { CsvRow } from './csv-rows.js';

/**
 * A text with one NUL byte for many in a row. A file system leaves them where a machine crashed while a file was written, up to
 * megabytes of them.
 */
export async function* singleNuls(text: LogText): AsyncGenerator<string> {
  let endsInNul = false;
  for await (const piece of text) {
    if (!piece.includes('\0')) {
      endsInNul &&= piece === '';
      yield piece;
      continue;
    }
    const single = piece.replace(/\0+/g, '\0');
    yield endsInNul && single.startsWith('\0') ? single.slice(1) : single;
    endsInNul = single.endsWith('\0');
  }
}

/**
 * Rows without the NUL bytes before and after them. Those within a cell stay, and make it invalid.
 *
 * @param onNul Called with each line that has some; `isCut` where they follow a row, which may have been cut.
 */
export async function* withoutNuls(
  batches: AsyncIterable<readonly CsvRow[]>,
  onNul: (line: number, isCut: boolean) => void,
): AsyncGenerator<readonly CsvRow[]> {
  for await (const batch of batches) {
    const rows = batch.flatMap((row): readonly CsvRow[] => {
      const [first = '', last = ''] = [row.cells[0], row.cells.at(-1)];
      const [isBefore, isAfter] = [first.startsWith('\0'), last.endsWith('\0')];
      if (!isBefore && !isAfter) return [row];
      const cells = row.cells.map((cell) => withoutNul(cell));
      const isEmpty = cells.every((cell) => cell === '');
      onNul(row.line, isAfter && !isEmpty);
      return isEmpty ? [] : [{ line: row.line, cells }];
    });
    if (rows.length > 0) yield rows;
  }
}

/** A cell without the NUL bytes at its ends. */
function withoutNul(cell: string): string {
  let [from, to] = [0, cell.length];
  while (from < to && cell[from] === '\0') from += 1;
  while (to > from && cell[to - 1] === '\0') to -= 1;
  return cell.slice(from, to);
}
