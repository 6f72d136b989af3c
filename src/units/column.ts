import { atPlace, digitsFor, grouped, percent, placeOf, scaleFor, THIN } from './format.js';
import { listOf, type Pool, poolsOf } from './pools.js';
import { type Interval, intervalOf, type Quantity, quantity } from './quantity.js';

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
  /** Of each pool that was asked for, its parts together. */
  readonly pooled: readonly (Cell | undefined)[];
}

/**
 * Quantities of a column, in the unit and with the digits of their total.
 *
 * Where the parts add up to the total, so do the printed numbers: each is rounded up or down, to the nearest where that adds up.
 * A part differs from its own rounding by less than one unit of the last place.
 *
 * @param parts In the canonical unit of the total; `undefined` for a part that has no such quantity.
 * @param total Their sum, or nothing where none is printed: then the largest part decides unit and digits.
 * @param pools Parts that some views show as one, each pool inside another: the numbers of a view with such a pool add up too.
 * @example columnOf([{ value: 4840, unit: 'kgCO2e' }], { value: 4840, unit: 'kgCO2e' }) //=> { unit: 't CO₂e', parts: [{ number: '4.84' }], total: { number: '4.84' }, pooled: [] }
 */
export function columnOf(parts: readonly (Quantity | undefined)[], total?: Quantity, pools: readonly Pool[] = []): Column {
  const known = parts.filter((part) => part !== undefined);
  const lead = total ?? largest(known);
  if (lead === undefined) return { unit: '', parts: parts.map(() => undefined), pooled: pools.map(() => undefined) };
  const digits = digitsFor(lead);
  const { unit, size } = scaleFor(lead.value, lead.unit, digits);
  const place = lead.value === 0 ? 0 : placeOf(lead.value / size, digits);
  const step = 10 ** place;
  const unitsOf = ({ value }: Quantity): number => value / size / step;
  // As the total is printed elsewhere.
  const whole = total && Math.round(Number((total.value / size).toPrecision(digits)) / step);
  const held = pools.map(
    (pool) =>
      new Set(parts.flatMap((part, index) => (part === undefined ? [] : [index])).flatMap((index, n) => (pool.has(index) ? [n] : []))),
  );
  const rounded =
    total && whole !== undefined ? apportionedInPools(known.map(unitsOf), { total: unitsOf(total), rounded: whole }, held) : undefined;
  const cellOf = (q: Quantity, units = unitsOf(q)): Cell => cell(q, { size, place, value: units * step });
  let next = 0;
  return {
    unit,
    parts: parts.map((part) => part && cellOf(part, rounded?.parts[next++])),
    total: total && cellOf(total, whole),
    pooled: held.map((pool, n) => {
      const own = known.filter((_, index) => pool.has(index));
      return own.length === 0 ? undefined : cellOf(quantity(sumOf(own.map(({ value }) => value)), lead.unit), rounded?.pooled[n]);
    }),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Parts of a total, such as its components, as every view has them: those of which some are shown as one, and those of sentences. */
export function columnOfAll(parts: readonly (Quantity | undefined)[], total: Quantity): Column {
  const values = parts.map((part) => part?.value ?? 0);
  return columnOf(parts, total, listOf(poolsOf(values, total.value)));
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
    .map(({ index, part, change }) => ({ index, part, cost: change < small * part ? change * small : small + change / part }))
    // Of equal ones, those that keep the larger first: the order of the parts decides of equal parts only.
    .sort((a, b) => {
      if (Math.abs(a.cost - b.cost) > 1e-9) return a.cost - b.cost;
      return direction * (Math.abs(a.part - b.part) > 1e-9 * a.part ? b.part - a.part : a.index - b.index);
    });
  const changed = new Set(changes.slice(0, toChange).map(({ index }) => index));
  return nearest.map((one, index) => (changed.has(index) ? one + direction : one));
}

interface Pooled {
  readonly parts: readonly number[];
  /** Of each pool. */
  readonly pooled: readonly number[];
}

/**
 * Whole numbers as of `apportioned`, for views that show some parts as one: first those outside the largest pool, with the pool as one
 * part; then those inside it add up to what the pool has.
 *
 * @param pools Each inside another.
 */
export function apportionedInPools(
  parts: readonly number[],
  { total, rounded }: { readonly total: number; readonly rounded: number },
  pools: readonly Pool[],
): Pooled | undefined {
  const numbers: number[] = parts.map(() => 0);
  const pooled: number[] = pools.map(() => 0);
  let [own, sum, whole] = [parts.map((_, index) => index), total, rounded];
  const outermostFirst = pools.map((pool, n) => ({ pool, n })).sort((a, b) => b.pool.size - a.pool.size);
  for (const { pool, n } of outermostFirst.filter((one) => one.pool.size > 0)) {
    const held = own.filter((index) => pool.has(index));
    const ofHeld = sumOf(held.map((index) => parts[index] ?? 0));
    const kept = own.filter((index) => !pool.has(index));
    const units = apportioned([...kept.map((index) => parts[index] ?? 0), ofHeld], sum, whole);
    if (units === undefined) return undefined;
    kept.forEach((index, at) => {
      numbers[index] = units[at] ?? 0;
    });
    [own, sum, whole] = [held, ofHeld, units.at(-1) ?? 0];
    pooled[n] = whole;
  }
  const inner = apportioned(
    own.map((index) => parts[index] ?? 0),
    sum,
    whole,
  );
  if (inner === undefined) return undefined;
  own.forEach((index, at) => {
    numbers[index] = inner[at] ?? 0;
  });
  return { parts: numbers, pooled };
}

/** Shares of a total in whole per cents that add up to 100 %: `49 %`; the small ones as `<1 %`, an absent one as `–`. */
export function sharesOf(parts: readonly (number | undefined)[], total: number): readonly string[] {
  return sharesInPools(parts, total, []).parts;
}

/** Shares as of `sharesOf`, and those of parts that some views show as one. */
export function sharesInPools(
  parts: readonly (number | undefined)[],
  total: number,
  pools: readonly Pool[],
): { readonly parts: readonly string[]; readonly pooled: readonly string[] } {
  if (!(total > 0)) return { parts: parts.map(() => '–'), pooled: pools.map(() => '–') };
  const known = parts.map((part) => ((part ?? 0) / total) * 100);
  const ofPools = pools.map((pool) => sumOf(known.filter((_, index) => pool.has(index))));
  const whole = apportionedInPools(known, { total: 100, rounded: 100 }, pools) ?? {
    parts: known.map(Math.round),
    pooled: ofPools.map(Math.round),
  };
  return {
    parts: parts.map((part, index) => (part === undefined ? '–' : wholePercentText(whole.parts[index] ?? 0, part / total))),
    pooled: ofPools.map((share, n) => wholePercentText(whole.pooled[n] ?? 0, share / 100)),
  };
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
