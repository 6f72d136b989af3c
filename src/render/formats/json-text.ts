import { present } from '../../assessment/present.js';

/** Digits that every number keeps between its text and its binary form; those behind are of the calculation, not of the figure. */
const digits = 15;

/**
 * JSON of a format, with numbers to 15 significant digits, so that a division or a product leaves no `44.17999999999999`.
 *
 * @example jsonText(0.1 + 0.2).trim() //=> '0.3'
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(present(value), (_, item: unknown) => (typeof item === 'number' ? Number(item.toPrecision(digits)) : item), 2)}\n`;
}
