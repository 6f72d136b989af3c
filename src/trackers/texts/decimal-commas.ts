import type { Report } from '../../diagnostics/report.js';
import { messages } from '../messages.js';

/** How a table is written. */
export interface WrittenStyle {
  readonly delimiter: string;
  /** Whether decimal commas are unmistakable: no comma separates cells, and no number has a decimal point. */
  readonly hasDecimalCommas: boolean;
  /** A number with a decimal comma. */
  readonly example: string;
}

/** The sign that a header has most of outside quotes. */
export function delimiterIn(header: string): string {
  const plain = header.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => plain.split(sign).length;
  const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  return delimiter;
}

/** A number with its unit, if any. */
const withComma = /^"?[+-]?\d+,\d+(?:e[+-]?\d+)?(?:\s*[\p{L}%]{1,4})?"?$/iu;
const withPoint = /^"?[+-]?\d+\.\d+(?:e[+-]?\d+)?(?:\s*[\p{L}%]{1,4})?"?$/iu;
/** `1,234` may be 1.234 or 1234. */
const perhapsThousands = /^"?[+-]?[1-9]\d{0,2},\d{3}(?!\d)/;
const thousands = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?(?:\s*[\p{L}%]{1,4})?$/u;

/**
 * How a table is written, by its beginning. Spreadsheets in much of Europe save semicolons between cells, and decimal commas.
 *
 * @example writtenStyle('a;b\n0,5;x\n').hasDecimalCommas //=> true
 */
export function writtenStyle(beginning: string, delimiter?: string): WrittenStyle {
  const [header = '', ...rows] = beginning.replace(/^\uFEFF/, '').split(/\r?\n/);
  const between = delimiter ?? delimiterIn(header);
  const none = { delimiter: between, hasDecimalCommas: false, example: '' };
  if (between === ',') return none;
  const cells = rows.flatMap((row) => row.split(between).map((cell) => cell.trim()));
  const example = cells.find((cell) => withComma.test(cell) && !perhapsThousands.test(cell));
  if (example === undefined || cells.some((cell) => withPoint.test(cell))) return none;
  return { delimiter: between, hasDecimalCommas: true, example: example.replaceAll('"', '') };
}

/** The cells of a row with decimal commas, with decimal points. A number that has a point already is reported. */
export function withPoints(cells: readonly string[], report: Report): readonly string[] {
  return cells.map((cell) => {
    const text = cell.trim();
    if (withComma.test(text)) return text.replace(',', '.');
    if (withPoint.test(text) || thousands.test(text)) report(messages.mixedDecimals(text));
    return cell;
  });
}
