import type { EmissionScale } from '../charts/emission-scale.js';
import { roundAxis } from '../charts/round-axis.js';
import { exact } from '../units/format.js';

/** An axis of emissions, from 0 to 1 of its length. */
export interface IntervalAxis {
  readonly kind: 'linear' | 'log';
  /** A place on it, of kilograms. */
  readonly of: (kilograms: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

interface Span {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Where the largest is so many times the smallest, the smaller ones would lie on one another on a linear axis. */
const maxLinear = 30;
const maxTicks = 6;

/** From zero, where the rows are of one size; else logarithmic, over whole powers of ten. */
export function axisFor(rows: readonly Span[], scale: EmissionScale): IntervalAxis {
  const values = rows.map(({ value }) => value);
  const high = Math.max(...rows.map((row) => Math.max(row.value, row.high)));
  if (Math.max(...values) / Math.min(...values) <= maxLinear) {
    const { end, ticks } = roundAxis(scale.of(high), maxTicks);
    const of = (kilograms: number): number => Math.max(0, scale.of(kilograms) / end);
    return { kind: 'linear', of, ticks: ticks.map((tick) => ({ at: tick / end, label: exact(tick) })) };
  }
  const low = Math.min(...rows.map((row) => (row.low > 0 ? Math.min(row.low, row.value) : row.value)));
  const [first, last] = [Math.floor(Math.log10(scale.of(low))), Math.ceil(Math.log10(scale.of(high)))];
  const step = Math.ceil((last - first) / maxTicks);
  const of = (kilograms: number): number => (kilograms <= 0 ? 0 : Math.max(0, (Math.log10(scale.of(kilograms)) - first) / (last - first)));
  const powers = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step);
  return { kind: 'log', of, ticks: powers.map((power) => ({ at: (power - first) / (last - first), label: exact(Number(`1e${power}`)) })) };
}
