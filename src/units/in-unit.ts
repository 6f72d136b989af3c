import { findUnit } from './convert.js';
import type { Dimension, Quantity } from './quantity.js';

/** More digits are the error of a division: 0.36011600000000005 for 0.360116. */
const digits = 15;

/**
 * A quantity in another unit of its dimension, as a format wants it; its interval too.
 *
 * @throws {RangeError} Where the unit is not one of the dimension.
 * @example inUnit({ value: 360.116, unit: 'kgCO2e' }, 'emissions', 't').value //=> 0.360116
 */
export function inUnit<U extends string>({ value, low, high }: Quantity, dimension: Dimension, unit: U): Quantity<U> {
  const found = findUnit(unit, dimension);
  if (found.kind !== 'found' || found.dimension !== dimension) throw new RangeError(`${unit} is not a unit of ${dimension}`);
  const convert = (one: number): number => Number((one / found.factor).toPrecision(digits));
  return {
    value: convert(value),
    unit,
    low: low === undefined ? undefined : convert(low),
    high: high === undefined ? undefined : convert(high),
  };
}
