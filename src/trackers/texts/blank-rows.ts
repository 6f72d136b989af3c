import { messages } from '../messages.js';
import { cellOf, type TableRow } from './table.js';

/** What tools and schedulers write where there is no value. */
const noValue = /^(?:nan|none|null|n\/?a|invalid|unknown|-)?$/i;

/**
 * Whether a row can't have a time, and has no energy either: the run never began, or was never recorded. It is passed over, and
 * reported; a row that has one of them is not.
 *
 * @param columns Columns of the duration, and those of energies.
 */
export function isPassedOver(row: TableRow, { time, energies }: { readonly time: string; readonly energies: readonly string[] }): boolean {
  const text = (column: string): string => cellOf(row, column) ?? '';
  if (!noValue.test(text(time))) return false;
  if (!energies.every((column) => noValue.test(text(column)) || Number(text(column)) === 0)) return false;
  row.table.log.report({ ...messages.rowWithoutTime(), line: row.line });
  return true;
}
