import { intervalOf, type Quantity } from './quantity.js';

/** Thin space between a figure and its unit, as in set text; no-break, so that no line ends between them. */
export const THIN = '\u202f';

/** Text with ordinary spaces, and without joiners: for programs, and for files that people search and compare. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');
}

const MINUS = '\u2212';

/** Units of each dimension, largest first, with their size in the canonical unit. */
const scales: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  kgCO2e: [
    ['Mt CO₂e', 1e9],
    ['kt CO₂e', 1e6],
    ['t CO₂e', 1e3],
    ['kg CO₂e', 1],
    ['g CO₂e', 1e-3],
    ['mg CO₂e', 1e-6],
    ['µg CO₂e', 1e-9],
  ],
  kWh: [
    ['TWh', 1e9],
    ['GWh', 1e6],
    ['MWh', 1e3],
    ['kWh', 1],
    ['Wh', 1e-3],
  ],
  W: [
    ['MW', 1e6],
    ['kW', 1e3],
    ['W', 1],
  ],
  L: [
    ['ML', 1e6],
    ['kL', 1e3],
    ['L', 1],
    ['mL', 1e-3],
    ['µL', 1e-6],
  ],
  kgSbeq: [
    ['kg Sb eq', 1],
    ['g Sb eq', 1e-3],
    ['mg Sb eq', 1e-6],
    ['µg Sb eq', 1e-9],
  ],
  MJ: [
    ['TJ', 1e6],
    ['GJ', 1e3],
    ['MJ', 1],
    ['kJ', 1e-3],
  ],
};

/** How a unit without a scale is written after a number. */
const written: Readonly<Record<string, string>> = {
  'gCO2e/kWh': 'g CO₂e/kWh',
  'kgCO2e': 'kg CO₂e',
  'kgSbeq': 'kg Sb eq',
  '1': '',
};

/** Digits grouped by commas, true minus, never an exponent. Rounds half away from zero at `decimals`. */
export function grouped(value: number, decimals: number): string {
  const text = fixed(Math.abs(value), decimals);
  const [whole = '0', fraction] = text.split('.');
  const sign = value < 0 && Number(text) !== 0 ? MINUS : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

/** `toFixed`, without its exponent from 1e21 on. */
function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return String(value);
  return value >= 1e21 ? BigInt(Math.round(value)).toString() : value.toFixed(decimals);
}

/** Decimals that show `digits` significant digits of a value. */
function decimalsFor(value: number, digits: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const exponent = Number(
    Math.abs(value)
      .toExponential(digits - 1)
      .split('e')[1],
  );
  return Math.min(20, Math.max(0, digits - 1 - exponent));
}

/** To `digits` significant digits; whole digits before the decimal point are rounded to them too: 433,196 → 433,000. */
export function significant(value: number, digits: number): string {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  return grouped(rounded, decimalsFor(rounded, digits));
}

/** To at most `digits` significant digits, without trailing zeros: 18 days, not 18.0. */
export function atMost(value: number, digits: number): string {
  return exact(Number(value.toPrecision(digits)));
}

/** Every digit that the number has, up to 15: what a reader needs to redo the arithmetic. */
export function exact(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = Math.abs(rounded).toExponential();
  const [mantissa = '0', exponent = '0'] = text.split('e');
  const fractionDigits = (mantissa.split('.')[1] ?? '').length;
  return grouped(rounded, Math.min(100, Math.max(0, fractionDigits - Number(exponent))));
}

/** To at most `digits` significant digits as machines read it: no exponent, no separators. */
export function plainDecimal(value: number, digits: number): string {
  return atMost(value, digits).replaceAll(',', '').replace(MINUS, '-');
}

interface Scaled {
  readonly unit: string;
  readonly size: number;
}

/** The largest unit of a scale in which the rounded value is at least 1; the smallest of the scale for what is less. */
export function scaleFor(value: number, unit: string, digits: number): Scaled {
  const units = scales[unit];
  if (units === undefined) return { unit: written[unit] ?? unit, size: 1 };
  const rounded = Math.abs(Number(value.toPrecision(digits)));
  if (rounded === 0) return { unit: written[unit] ?? unit, size: 1 };
  const found = units.find(([, size]) => rounded >= size) ?? units.at(-1);
  const [name, size] = found ?? [unit, 1];
  return { unit: name, size };
}

/** Half of an interval's width ÷ value, above which the third digit says nothing. */
const wide = 0.2;

/** Significant digits that an interval allows: two where half of its width is over 20 % of the value, else three. */
export function digitsFor(q: Quantity): number {
  const interval = intervalOf(q);
  if (interval === undefined || q.value === 0) return 3;
  return (interval.high - interval.low) / 2 > wide * Math.abs(q.value) ? 2 : 3;
}

export interface FormattedQuantity {
  /** Number and unit, `50.5 t CO₂e`. */
  readonly text: string;
  readonly number: string;
  readonly unit: string;
  /** The interval in the same unit and decimals, `38–71`; absent where none was assessed. */
  readonly interval?: string | undefined;
}

/**
 * A quantity as a reader sees it: scaled to a unit that reads well, rounded to what its interval allows.
 *
 * @param own Significant digits in place of those, for a figure beside another that has them.
 */
export function formatted(q: Quantity, own?: number): FormattedQuantity {
  const interval = intervalOf(q);
  // Zero has no digits, so the ends of its interval decide the rounding.
  const leads = q.value === 0 && interval !== undefined ? Math.max(Math.abs(interval.low), Math.abs(interval.high)) : q.value;
  const digits = own ?? (leads === q.value ? digitsFor(q) : 2);
  const { unit, size } = scaleFor(leads, q.unit, digits);
  const number = significant(q.value / size, digits);
  const text = unit === '' ? number : `${number}${THIN}${unit}`;
  if (interval === undefined) return { text, number, unit };
  const end = (value: number): string => atPlaceOf(leads / size, digits, value / size);
  return { text, number, unit, interval: `${end(interval.low)}–${end(interval.high)}` };
}

/** An end of an interval, to the place of the value's last significant digit: 545.8 as 550 goes with 450–700. */
function atPlaceOf(value: number, digits: number, end: number): string {
  return atPlace(end, placeOf(value, digits));
}

/** Power of ten of the last of a value's significant digits: −1 for three digits of 50.5. */
export function placeOf(value: number, digits: number): number {
  return Number(value.toExponential(digits - 1).split('e')[1]) - digits + 1;
}

/** A value rounded to a power of ten: 545.8 to tens is 550. */
export function atPlace(value: number, place: number): string {
  if (place <= 0) return grouped(value, Math.min(20, -place));
  return grouped(Math.round(value / 10 ** place) * 10 ** place, 0);
}

/** A share or a ratio of results in whole per cents: `49 %`; the small ones as `<1 %`. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return `<1${THIN}%`;
  return `${grouped(share * 100, 0)}${THIN}%`;
}

/** A share that somebody gave, with its digits: `37.5 %`. */
export function percentExactly(share: number): string {
  return `${atMost(share * 100, 6)}${THIN}%`;
}

/** A quantity with all its digits and its unit as written: `433,196 kWh`. */
export function formattedExactly(value: number, unit: string): string {
  const name = written[unit] ?? unit;
  return name === '' ? exact(value) : `${exact(value)}${THIN}${name}`;
}

/** A number to `digits` significant digits. */
export function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** A length of time in words: `1 hour`, `36 hours`, `18 days`, `5.4 years`. */
export function durationText(hours: number): string {
  if (hours < 48) return counted(atMost(hours, 3), 'hour');
  const days = atMost(hours / 24, 3);
  // Two years less an hour round to 730 days, which are two years.
  return hours / 24 < 730 && days !== '730' ? counted(days, 'day') : counted(atMost(hours / 24 / 365, 2), 'year');
}

/** A number with its noun: `1 request`, `230,768 requests`. */
export function counted(number: string, noun: string): string {
  return `${number} ${noun}${number === '1' ? '' : 's'}`;
}
