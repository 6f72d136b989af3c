import { tolerance } from './thresholds.js';

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Whether two values can be one, by their rounding and a little more. */
export function agrees(one: Interval, other: Interval, allowed = tolerance / 2): boolean {
  const slack = Math.max(Math.abs(one.value), Math.abs(other.value)) * allowed;
  return one.low - slack <= other.high && other.low - slack <= one.high;
}
