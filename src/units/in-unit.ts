import { findUnit } from './convert.js';
import type { Dimension } from './quantity.js';

/**
 * A value of the canonical unit in another unit, for the edges of the program.
 *
 * @throws {RangeError} Where the unit is of another dimension.
 * @example inUnit(2, 'time', 's') //=> 7200
 */
export function inUnit(value: number, dimension: Dimension, unit: string): number {
  const match = findUnit(unit, dimension);
  if (match.kind !== 'found' || match.dimension !== dimension) throw new RangeError(`${unit} is no unit of ${dimension}`);
  // The size of a unit may be a fraction that no number holds exactly.
  return Number((value / match.factor).toPrecision(15));
}
