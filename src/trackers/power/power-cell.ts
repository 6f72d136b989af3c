import type { Message } from '../../diagnostics/message.js';
import { messages as shared } from '../messages.js';
import { messages } from './messages.js';

/** What tools write where they can't read a value: `[N/A]`, `[GPU is lost]`, `ERR!`, `N/A (Secondary die)`. */
export const unread = /^(?:\[|(?:unknown error|not supported|not available|unable to)\b|(?:n\/a|nan|none|null|-|err!?)\s*(?:$|\())/i;

const number = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?/i;

/** The size of each unit in watts. Case matters: `mW` and `MW`. */
const sizes: Readonly<Record<string, number>> = { mW: 1e-3, W: 1, kW: 1e3, MW: 1e6, Watt: 1, Watts: 1, watt: 1, watts: 1 };

/** The unit in a text, and its size in watts. */
export function wattsIn(unit: string | undefined): number | undefined {
  return unit !== undefined && Object.hasOwn(sizes, unit) ? sizes[unit] : undefined;
}

/** Parts of a figure: numbers, dates and clocks, with a unit or a zone of up to three letters. */
const figure = /^[+-]?\d[\d.,:/+-]*(?:T\d[\d.,:+-]*)?[A-Za-zµ%]{0,3}$/;
const address = /\d\.\d{1,3}\.\d{1,3}\.\d|[\da-f]:[\da-f]{1,4}:[\da-f]{1,4}:/i;

/**
 * A cell as a message may quote it. A text that is no figure may have the name of a host or a user, which is never published.
 *
 * @example figuresOf('gpu17: task 0') //=> '…'
 */
export function figuresOf(text: string): string {
  const parts = text.trim().split(/\s+/);
  const isFigure = parts.every((part, at) => figure.test(part) || (at > 0 && /^[A-Za-zµ]{1,2}$/.test(part)));
  return text === '' || (isFigure && !address.test(text)) ? text : '…';
}

export interface PowerCell {
  /** W; `undefined` where the power was not read. */
  readonly watts: number | undefined;
  /** Decimal places and unit, as all cells of a tool have them; a cell that was cut has others. */
  readonly style: string;
  readonly text: string;
}

/** How a tool writes powers. */
export interface PowerFormat {
  /** The name of the column. */
  readonly column: string;
  /** How the power looks, for the error. */
  readonly expected: string;
  /** The units that it writes; any where absent. */
  readonly units?: readonly string[] | undefined;
}

/**
 * The power in a cell, in its own unit or in that of the column.
 *
 * @param unit Unit of the column; absent where only the cell may have one.
 * @example powerIn('22.89 W', undefined, { column: 'power.draw', expected: '`22.89 W`' }) //=> { watts: 22.89, style: '2 W', text: '22.89 W' }
 */
export function powerIn(text: string | undefined, unit: string | undefined, { column, expected, units }: PowerFormat): PowerCell | Message {
  if (text === undefined || unread.test(text)) return { watts: undefined, style: '', text: text ?? '' };
  const digits = number.exec(text)?.[0];
  const own = text.slice(digits?.length).trim();
  if (digits === undefined || !/^[\p{L}]*$/u.test(own)) return shared.notANumber(column, figuresOf(text));
  const written = own === '' ? unit : own;
  const size = units === undefined || units.includes(written ?? '') ? wattsIn(written) : undefined;
  const value = Number(digits);
  if (!Number.isFinite(value)) return shared.notANumber(column, figuresOf(text));
  if (size === undefined) return messages.unitOfPower(figuresOf(text), expected);
  return { watts: value * size, style: `${(digits.split('.')[1] ?? '').length} ${own}`, text };
}
