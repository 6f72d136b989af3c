import { type Interval, intervalOf, type Quantity, quantity } from '../units/quantity.js';

/** Grams of a kilogram: factors of activities are in grams, totals in kilograms. */
const gramsPerKilogram = 1000;

/**
 * How much of an activity emits as much as a total, or uses as much electricity: total ÷ factor.
 *
 * @param factor Per unit of the activity; exact here, so that the interval is that of the total.
 * @throws {RangeError} When the factor is 0 or less.
 * @example amountOf({ value: 17, unit: 'kgCO2e' }, { value: 170, unit: 'gCO2e/km' }, 'km').value //=> 100
 */
export function amountOf<U extends string>(total: Quantity<'kgCO2e' | 'kWh'>, factor: Quantity, unit: U): Quantity<U> {
  if (!(factor.value > 0)) throw new RangeError('a factor above 0 is needed');
  const size = total.unit === 'kgCO2e' ? gramsPerKilogram : 1;
  const of = (value: number): number => (value * size) / factor.value;
  const interval = intervalOf(total);
  const ends: Interval | undefined = interval && { low: of(interval.low), high: of(interval.high) };
  return quantity(of(total.value), unit, ends);
}
