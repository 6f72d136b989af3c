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

/** Powers of ten that people write as a letter or a word behind a count. */
const scales: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};
const scaleWord = /^([A-Za-z]+)(?![A-Za-z\d])[ -]*/;

/**
 * The power of ten before the unit of a count: `B parameters` is 9 places and `parameters`; nothing where there is none.
 *
 * @param isTime In a time, `m` and `mn` are minutes to some, and other small letters are no number.
 */
export function scaleBefore(unit: string, isTime: boolean): { readonly places: number; readonly unit: string } | undefined {
  const [whole = '', word = ''] = scaleWord.exec(unit) ?? [];
  const name = word.toLowerCase();
  const isUnit = isTime && word.length < 3 && word === name && word !== 'k';
  const places = !isUnit && Object.hasOwn(scales, name) ? scales[name] : undefined;
  return places === undefined ? undefined : { places, unit: unit.slice(whole.length) };
}

/** A number as text, times a power of ten: exact, as no multiplication is. */
export function shifted(digits: string, places: number): string {
  const [mantissa = '', exponent = '0'] = digits.split(/e/i);
  return `${mantissa}e${Number(exponent) + places}`;
}
