import { exact, grouped, significant } from './format.js';

/** Words for large counts, each from where three digits are its own: 999,600 is a million. */
const scales = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;
const rounding = 0.9995;

/** Digits of a given count that read better in words: `11.74 million`; of more, all are printed. */
const maxDigits = 4;

/**
 * A count that was calculated, to three digits: `25.2 million`.
 *
 * @example countText(25_212_000) //=> '25.2 million'
 */
export function countText(count: number): string {
  const scale = scales.find(([size]) => count >= rounding * size);
  return scale === undefined ? grouped(Math.round(count), 0) : `${significant(count / scale[0], 3)} ${scale[1]}`;
}

/**
 * A count that was given, as exact as it was: `1 million`, `11.2 million`, `1,234,567`. A part of one that is no whole number is rounded.
 *
 * @example givenCount(1_000_000) //=> '1 million'
 * @example givenCount(1_234_567) //=> '1,234,567'
 */
export function givenCount(given: number): string {
  const count = Number(given.toPrecision(15));
  const scale = scales.find(([size]) => count >= size);
  if (scale === undefined) return grouped(Math.round(count), 0);
  const text = exact(count / scale[0]);
  if (text.replace(/\D/g, '').replace(/^0+/, '').length <= maxDigits) return `${text} ${scale[1]}`;
  return Number.isInteger(count) && count < 1e15 ? grouped(count, 0) : countText(count);
}

/** `1 request`, `4 million requests`, of a number that was given. */
export function givenRequests(count: number): string {
  return `${givenCount(count)} ${count === 1 ? 'request' : 'requests'}`;
}

/** `25.2 million requests`, of a number that was calculated. */
export function requestsText(count: number): string {
  return `${countText(count)} ${count === 1 ? 'request' : 'requests'}`;
}
