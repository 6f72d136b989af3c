import type { Message } from '../../diagnostics/message.js';
import type { LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { type CsvRow, csvRows } from '../texts/csv-rows.js';
import { singleNuls, withoutNuls } from '../texts/nul-bytes.js';
import { type TableOptions, type TableRow, tableRows } from '../texts/table.js';
import type { LogText } from '../tracker.js';
import { createAside } from './aside.js';
import { messages } from './messages.js';
import type { PowerCell } from './power-cell.js';
import type { Rejects } from './rejects.js';

/** The rows of a power log that is a table, with what a crash, a killed writer or a failing tool leave in it. */
export interface PowerTable {
  readonly rows: AsyncIterable<Iterable<TableRow>>;
  /** Rejects a row. One that is a text of the tool is put aside. */
  readonly reject: (row: TableRow, message: Message) => undefined;
  /** The watts of a row, once all of it was read. `cut` where the row is the last one and was cut. */
  readonly accept: (row: TableRow, cell: PowerCell | Message) => { readonly watts: number | undefined } | undefined;
  /** Reports what was put aside at the end. */
  readonly end: () => void;
}

export function powerTable(text: LogText, log: LogReport, rejects: Rejects, options: TableOptions): PowerTable {
  let unfinished = 0;
  const style = createStyle();
  const aside = createAside(log, rejects);
  const odd = ({ line, cells }: CsvRow, width: number): void => {
    if (aside.put(line, cells.join(', '))) return;
    if (line === unfinished) log.report({ ...messages.cutRow(), line });
    else rejects.oddRow(line, cells.length, width);
  };
  const onUnfinished = (line: number): void => {
    unfinished = line;
  };
  const batches = withoutNuls(csvRows(singleNuls(text), log, { onUnfinished, relaxQuotes: true }), (line, isCut) => {
    log.report({ ...messages.nulBytes(), line });
    if (isCut) unfinished = line;
  });
  const reject = (row: TableRow, message: Message): undefined => {
    row.isValid = false;
    if (aside.put(row.line, row.cells.join(', '))) return undefined;
    if (row.line === unfinished) log.report({ ...messages.cutRow(), line: row.line });
    else rejects.report({ ...message, line: row.line });
    return undefined;
  };
  return {
    rows: tableRows(batches, log, { ...options, onOddRow: odd }),
    reject,
    accept: (row, cell) => {
      if (!('style' in cell)) return reject(row, cell);
      aside.endsBefore();
      if (row.line === unfinished) {
        if (row.cells.at(-1)?.trim() === cell.text && !style.fits(cell)) {
          log.report({ ...messages.cutRow(), line: row.line });
          return undefined;
        }
        log.report({ ...shared.unfinishedRow(), line: row.line });
      }
      style.add(cell);
      return cell;
    },
    end: aside.end,
  };
}

/** How the powers of a log are written: with so many decimal places, where all have as many, and with a unit or without. */
function createStyle(): { readonly add: (cell: PowerCell) => void; readonly fits: (cell: PowerCell) => boolean } {
  let [last, isOne] = ['', true];
  const unitOf = (style: string): string => style.slice(style.indexOf(' '));
  return {
    add: ({ watts, style }) => {
      if (watts === undefined || style === last) return;
      isOne &&= last === '';
      last = style;
    },
    fits: ({ watts, style }) => watts === undefined || (isOne ? style === last : unitOf(style) === unitOf(last)),
  };
}
