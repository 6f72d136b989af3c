import { fatal } from '../log-report.js';
import { messages } from '../messages.js';

/** How Excel shows a time with fractions of a second, and saves it: `26:11.7` for 2023-11-09T15:26:11.7. */
const excelTime = /^\d{1,2}:\d\d[.,]\d$/;

/**
 * Ends the reading of a table that Excel has saved: every row has lost its date, and one error says so.
 *
 * @throws {InputError} Where a time is one that Excel has saved.
 */
export function checkExcelTime(column: string, text: string, line: number): void {
  if (excelTime.test(text)) throw fatal(messages.excelTime(column, text), line);
}
