/** A number as it was printed, and what it may have been rounded from. */
export interface Printed {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A decimal comma where it can be nothing else: `5,6` and `0,57`, whose digits are no group of three, and `1.234,5`. `12,500` is a number
 * of five digits.
 */
const decimalComma = String.raw`(?:\d{1,3}(?:\.\d{3})+,\d+|0,\d+|\d+,(?:\d{1,2}|\d{4,}))(?![\d,.]*\d)`;

/** Digits, perhaps in groups of three, perhaps with a power of ten. */
export const numberPattern = String.raw`(?:${decimalComma}|\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+|\s?[×x*]\s?10\s?\^\s?\{?[-−]?\d+\}?)?`;

/** `7.0M`, `370k`, `2.5 million`. */
export const magnitudePattern = String.raw`(?:[kKMB](?![\p{L}\p{N}])|\s(?:thousand|million|billion)(?!\p{L}))`;

const magnitudes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 };

/** A whole number that ends in zeros may be rounded, but by no more than this. */
const maxOfWhole = 0.05;
/** What `about` allows for. */
const aboutShare = 0.1;

/** More than any amount of a run in the unit of its measure: the Earth weighs 6e27 g. */
const maxAmount = 1e30;
const minAmount = 1 / maxAmount;

/**
 * Whether a number can be an amount, so that products of several such numbers are finite too and quotients are not zero.
 *
 * @example isAmount(1e400) //=> false
 */
export function isAmount(value: number): boolean {
  const size = Math.abs(value);
  return value === 0 || (size >= minAmount && size <= maxAmount);
}

/** Reads what `numberPattern` matched, with its magnitude. A number that is too small to be told from zero is no number. */
export function readNumber(text: string, magnitude = '', isAbout = false): Printed {
  const [, digits = text, , power] = /^(.*?)(?:([eE]|\s?[×x*]\s?10\s?\^\s?\{?)([-+−]?\d+)\}?)?$/su.exec(text) ?? [];
  const plain = plainDigits(digits);
  const exponent = (power ?? '0').replace('−', '-');
  const times = magnitudes[magnitude.trim().toLowerCase()] ?? 1;
  const size = 10 ** Number(exponent) * times;
  const number = Number(plain);
  // Read as one text: a product with a power of ten is rounded twice.
  const product = Number(`${plain}e${exponent}`) * times;
  const value = product === 0 && /[1-9]/.test(plain) ? Number.NaN : product;
  const half = Math.max(halfStep(plain, number) * size, isAbout ? Math.abs(value) * aboutShare : 0);
  return { value, low: value - half, high: value + half };
}

const isDecimalComma = new RegExp(`^${decimalComma}$`);

/** The digits as a program writes them: `1,234.5`, `1.234,5` and `1 234.5` are `1234.5`. */
function plainDigits(text: string): string {
  if (isDecimalComma.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return text.replace(/[,\u00a0\u2009\u202f]/g, '');
}

/** Half of one step of the last printed digit. */
function halfStep(plain: string, number: number): number {
  const decimals = plain.split('.')[1]?.length;
  if (decimals !== undefined) return 0.5 * 10 ** -decimals;
  const zeros = /[1-9](0*)$/.exec(plain)?.[1]?.length ?? 0;
  return zeros === 0 ? 0.5 : Math.max(0.5, Math.min(0.5 * 10 ** zeros, number * maxOfWhole));
}

export interface LeadingDigits {
  readonly digits: number;
  readonly share: number;
}

/**
 * A whole number that may have been rounded to its leading digits, however few: 400 from 350 to 450.
 *
 * @returns Its significant digits, and the share that it may be off by beside half of its last place.
 */
export function leadingDigits(text: string): LeadingDigits | undefined {
  const plain = plainDigits(text);
  const ofDecimals = /^\d*\.\d+$/.test(plain) ? plain.replace('.', '').replace(/^0+/, '') : '';
  if (ofDecimals !== '') return { digits: ofDecimals.length, share: 0 };
  const [, leading = '', zeros = ''] = /^0*([1-9]\d*?)(0*)$/.exec(plain) ?? [];
  return leading === '' ? undefined : { digits: leading.length, share: zeros === '' ? 0 : (0.5 * 10 ** zeros.length) / Number(plain) };
}
