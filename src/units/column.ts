import { atPlace, digitsFor, grouped, percent, placeOf, scaleFor, THIN } from './format.js';
import { type Interval, intervalOf, type Quantity } from './quantity.js';

/** A number of a column, without its unit. */
export interface Cell {
  /** `4.8`; `<0.1` for a part that the column's digits cannot show. */
  readonly number: string;
  /** The interval with the same decimals, `3.2–6.5`, or with more where these would show no width; absent where none was assessed. */
  readonly interval?: string | undefined;
}

/** Quantities below each other, in one unit. */
export interface Column {
  /** For the head of the column, `t CO₂e`. */
  readonly unit: string;
  readonly parts: readonly (Cell | undefined)[];
  readonly total?: Cell | undefined;
}

/**
 * Quantities of a column, in the unit and with the digits of their total.
 *
 * Where the parts add up to the total, so do the printed numbers: each is rounded up or down, to the nearest where that adds up.
 * A part differs from its own rounding by less than one unit of the last place.
 *
 * @param parts In the canonical unit of the total; `undefined` for a part that has no such quantity.
 * @param total Their sum, or nothing where none is printed: then the largest part decides unit and digits.
 * @example columnOf([{ value: 4840, unit: 'kgCO2e' }], { value: 4840, unit: 'kgCO2e' }) //=> { unit: 't CO₂e', parts: [{ number: '4.84' }], total: { number: '4.84' } }
 */
export function columnOf(parts: readonly (Quantity | undefined)[], total?: Quantity): Column {
  const known = parts.filter((part) => part !== undefined);
  const lead = total ?? largest(known);
  if (lead === undefined) return { unit: '', parts: parts.map(() => undefined) };
  const digits = digitsFor(lead);
  const { unit, size } = scaleFor(lead.value, lead.unit, digits);
  const place = lead.value === 0 ? 0 : placeOf(lead.value / size, digits);
  const step = 10 ** place;
  const unitsOf = ({ value }: Quantity): number => value / size / step;
  // As the total is printed elsewhere.
  const whole = total && Math.round(Number((total.value / size).toPrecision(digits)) / step);
  const rounded = total && whole !== undefined ? apportioned(known.map(unitsOf), unitsOf(total), whole) : undefined;
  const cellOf = (q: Quantity, units = unitsOf(q)): Cell => cell(q, { size, place, value: units * step });
  let next = 0;
  return {
    unit,
    parts: parts.map((part) => part && cellOf(part, rounded?.[next++])),
    total: total && cellOf(total, whole),
  };
}

function largest(parts: readonly Quantity[]): Quantity | undefined {
  return parts.reduce<Quantity | undefined>((most, part) => (most === undefined || part.value > most.value ? part : most), undefined);
}

interface Rounding {
  readonly size: number;
  readonly place: number;
  /** The value in the unit of the column. */
  readonly value: number;
}

function cell(q: Quantity, { size, place, value }: Rounding): Cell {
  const ends = intervalOf(q);
  const interval = ends && endsOf({ low: ends.low / size, high: ends.high / size }, place);
  const step = 10 ** place;
  const number = atPlace(value, place);
  // Rounded up to one unit for the sum's sake, it would be more than the interval beside it.
  const isAbove = interval !== undefined && q.value / size < step && numberOf(number) > numberOf(interval.split('–')[1] ?? '');
  const isTooSmall = q.value > 0 && (Number(number) === 0 || isAbove);
  return { number: isTooSmall ? `<${atPlace(step, place)}` : number, interval };
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Places after which ends that still look equal are: digits beyond are noise. */
const maxPlaces = 12;

/**
 * The ends of an interval at the place of the column; with two digits where that would make them equal, or the low one 0: 0.8–1.3 in
 * place of 1–1.
 */
function endsOf({ low, high }: Interval, place: number): string {
  const areEqual = (at: number): boolean => atPlace(low, at) === atPlace(high, at);
  const isLost = (at: number): boolean => low !== 0 && Number(atPlace(low, at)) === 0;
  let finer = place;
  if (low !== high && (areEqual(place) || isLost(place))) {
    finer = high === 0 ? place : Math.min(place, placeOf(high, 2));
    for (let n = 0; n < maxPlaces && areEqual(finer); n += 1) finer -= 1;
  }
  // Far below the high end, the low one has digits of its own.
  return `${atPlace(low, isLost(finer) ? placeOf(low, 2) : finer)}–${atPlace(high, finer)}`;
}

/** A part that changes by less than this share of itself can change for the sum. */
const small = 0.05;

/**
 * Whole numbers that add up to the rounded total: the nearest to each part, but for the few that have to change. Those are the parts
 * with the largest remainders, of those that change by less than 5 %; else the parts that change least in proportion: 44.5 becomes 50
 * before 24.3 becomes 30. A part that is printed as `<1` is up to one, so each makes up for one that is missing. Nothing where the
 * parts are not those of the total.
 */
export function apportioned(parts: readonly number[], total: number, rounded: number): readonly number[] | undefined {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (parts.some((part) => part < 0) || Math.abs(sum - total) > 1e-6 * Math.max(1, Math.abs(total))) return undefined;
  // The least noise of floating point must not make 3 of 2.9999999999.
  const nearest = parts.map((part) => Math.floor(part + 0.5 + 1e-9));
  const excess = nearest.reduce((all, one) => all + one, 0) - rounded;
  const less = parts.filter((part, index) => part > 0 && nearest[index] === 0).length;
  const toChange = excess > 0 ? excess : Math.max(0, -excess - less);
  const direction = excess > 0 ? -1 : 1;
  const changes = parts
    .map((part, index) => ({ index, part, change: Math.abs((nearest[index] ?? 0) + direction - part) }))
    // Each less than one unit off; a part that is nothing stays nothing.
    .filter(({ change, part }) => change < 1 && part > 0)
    .map(({ index, part, change }) => ({ index, cost: change < small * part ? change * small : small + change / part }))
    // Of equal ones, those that keep the larger first.
    .sort((a, b) => (Math.abs(a.cost - b.cost) > 1e-9 ? a.cost - b.cost : direction * (a.index - b.index)));
  const changed = new Set(changes.slice(0, toChange).map(({ index }) => index));
  return nearest.map((one, index) => (changed.has(index) ? one + direction : one));
}

/** Shares of a total in whole per cents that add up to 100 %: `49 %`; the small ones as `<1 %`, an absent one as `–`. */
export function sharesOf(parts: readonly (number | undefined)[], total: number): readonly string[] {
  if (!(total > 0)) return parts.map(() => '–');
  const whole = wholePercents(
    parts.map((part) => part ?? 0),
    total,
  );
  return parts.map((part, index) => (part === undefined ? '–' : wholePercentText(whole[index] ?? 0, part / total)));
}

/** Shares of a total in whole per cents that add up to 100. */
export function wholePercents(parts: readonly number[], total: number): readonly number[] {
  const known = parts.map((part) => (part / total) * 100);
  return apportioned(known, 100, 100) ?? known.map(Math.round);
}

/** A share in whole per cents as text; one that was rounded to nothing as itself, `<1 %`. */
export function wholePercentText(whole: number, share: number): string {
  return whole === 0 ? percent(share) : `${grouped(whole, 0)}${THIN}%`;
}
