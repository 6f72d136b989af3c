import { exact, THIN } from './format.js';

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/**
 * A number to some significant digits as a power of ten, in which trailing zeros count as digits.
 *
 * @example scientific(689842, 2) //=> '6.9 × 10⁵'
 */
export function scientific(value: number, digits: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
  return `${mantissa} × ${powerOfTen(Number(exponent))}`;
}

/** From here on a number is written as a power of ten. */
const large = 1e15;

/**
 * A number of operations with every digit that it has: `3.14 × 10²³ FLOP`, `2,500,000 FLOP`.
 *
 * @example flopsExactly(3.2e23) //=> '3.2 × 10²³ FLOP'
 */
export function flopsExactly(value: number): string {
  if (value < large) return `${exact(value)}${THIN}FLOP`;
  const [mantissa = '0', exponent = '0'] = Number(value.toPrecision(15)).toExponential().split('e');
  return `${mantissa} × ${powerOfTen(Number(exponent))}${THIN}FLOP`;
}

/**
 * The power of ten of a number's first digit: its order of magnitude.
 *
 * @example orderOfMagnitude(3.14e23) //=> '10²³'
 */
export function orderOfMagnitude(value: number): string {
  return powerOfTen(Number(value.toExponential().split('e')[1]));
}

function powerOfTen(exponent: number): string {
  return `10${[...String(exponent)].map((digit) => superscripts[digit] ?? digit).join('')}`;
}
