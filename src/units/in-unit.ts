import { findUnit } from './convert.js';
import type { Dimension, Quantity } from './quantity.js';

/** A quantity in another unit of its dimension, for a format that wants that unit; its interval too. */
export function inUnit<U extends string>(q: Quantity, dimension: Dimension, unit: U): Quantity<U> {
  const found = findUnit(unit, dimension);
  if (found.kind !== 'found' || found.dimension !== dimension) throw new TypeError(`No unit of ${dimension}: ${unit}`);
  const to = (value: number): number => value / found.factor;
  return {
    value: to(q.value),
    unit,
    low: q.low === undefined ? undefined : to(q.low),
    high: q.high === undefined ? undefined : to(q.high),
  };
}
