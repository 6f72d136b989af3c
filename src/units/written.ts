/** A number as text: digits with a point, perhaps an exponent. No part of it can match in two ways, so that matching is linear. */
export const numberPattern = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;

const parts = /^[-+]?(?<whole>\d*)(?:(?<point>\.)(?<decimals>\d*))?(?:[eE](?<exponent>[-+]?\d+))?$/;

/**
 * Half a unit of the last place to which a number is written: what rounding can have taken from it.
 *
 * Trailing zeros of whole numbers from 1,000 up are no digits: `150000` may be rounded to the ten thousands. Below that they are.
 *
 * @param text One number that `numberPattern` matches.
 * @example halfPlaceOf('1082990') //=> 5
 * @example halfPlaceOf('72.5') //=> 0.05
 */
export function halfPlaceOf(text: string): number {
  const { whole = '', point, decimals = '', exponent = '0' } = parts.exec(text)?.groups ?? {};
  const isRound = point === undefined && Number(whole) >= 1000;
  const zeros = isRound ? whole.length - whole.replace(/0+$/, '').length : 0;
  // As text, since powers of ten below 1 are not exact.
  return Number(`5e${Number(exponent) + zeros - decimals.length - 1}`);
}
