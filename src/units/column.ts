import { atPlace, digitsFor, grouped, percent, placeOf, scaleFor, THIN } from './format.js';
import { intervalOf, type Quantity } from './quantity.js';

/** A number of a column, without its unit. */
export interface Cell {
  /** `4.8`; `<0.1` for a part that the column's digits cannot show. */
  readonly number: string;
  /** The interval with the same decimals, `3.2–6.5`; absent where none was assessed. */
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
  const interval = intervalOf(q);
  const number = atPlace(value, place);
  const isTooSmall = q.value > 0 && Number(number) === 0;
  return {
    number: isTooSmall ? `<${atPlace(10 ** place, place)}` : number,
    interval: interval && `${atPlace(interval.low / size, place)}–${atPlace(interval.high / size, place)}`,
  };
}

/** A part that changes by less than this share of itself can change for the sum. */
const small = 0.05;

/**
 * Whole numbers that add up to the rounded total: the nearest to each part, but for the few that have to change. Those are the parts
 * with the largest remainders, of those that change by less than 5 %; else the parts that change least in proportion: 44.5 becomes 50
 * before 24.3 becomes 30. Nothing where the parts are not those of the total.
 */
export function apportioned(parts: readonly number[], total: number, rounded: number): readonly number[] | undefined {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (parts.some((part) => part < 0) || Math.abs(sum - total) > 1e-6 * Math.max(1, Math.abs(total))) return undefined;
  // The least noise of floating point must not make 3 of 2.9999999999.
  const nearest = parts.map((part) => Math.floor(part + 0.5 + 1e-9));
  const missing = rounded - nearest.reduce((all, one) => all + one, 0);
  const direction = Math.sign(missing);
  const changes = parts
    .map((part, index) => ({ index, part, change: Math.abs((nearest[index] ?? 0) + direction - part) }))
    // Each less than one unit off; a part that is nothing stays nothing.
    .filter(({ change, part }) => change < 1 && part > 0)
    .map(({ index, part, change }) => ({ index, cost: change < small * part ? change * small : small + change / part }))
    // Of equal ones, those that keep the larger first.
    .sort((a, b) => (Math.abs(a.cost - b.cost) > 1e-9 ? a.cost - b.cost : direction * (a.index - b.index)));
  const changed = new Set(changes.slice(0, Math.abs(missing)).map(({ index }) => index));
  return nearest.map((one, index) => (changed.has(index) ? one + direction : one));
}

/** Shares of a total in whole per cents that add up to 100 %: `49 %`; the small ones as `<1 %`, an absent one as `–`. */
export function sharesOf(parts: readonly (number | undefined)[], total: number): readonly string[] {
  if (!(total > 0)) return parts.map(() => '–');
  const known = parts.map((part) => ((part ?? 0) / total) * 100);
  const whole = apportioned(known, 100, 100);
  return parts.map((part, index) => {
    if (part === undefined) return '–';
    const own = whole?.[index] ?? Math.round(known[index] ?? 0);
    return own === 0 ? percent(part / total) : `${grouped(own, 0)}${THIN}%`;
  });
}
