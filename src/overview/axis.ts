import type { EmissionScale } from '../charts/emission-scale.js';
import { roundAxis } from '../charts/round-axis.js';
import { exact, formatted, THIN } from '../units/format.js';
import { quantity } from '../units/quantity.js';
import { massUnit } from './figures.js';

export interface Tick {
  /** From 0 to 1 of the axis. */
  readonly at: number;
  /** With its unit: `10 kg`. */
  readonly label: string;
}

/** An axis of emissions, from 0 to 1 of its length. */
export interface IntervalAxis {
  readonly kind: 'linear' | 'log';
  /** A place on it, of kilograms. */
  readonly of: (kilograms: number) => number;
  /** At equal distances, from the first to the last place of the axis. */
  readonly ticks: readonly Tick[];
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
  if (Math.max(...values) / Math.min(...values) <= maxLinear) return linearAxis(high, scale);
  return logAxis(Math.min(...rows.map((row) => (row.low > 0 ? Math.min(row.low, row.value) : row.value))), high);
}

function linearAxis(high: number, scale: EmissionScale): IntervalAxis {
  const { end, ticks } = roundAxis(scale.of(high), maxTicks);
  const of = (kilograms: number): number => Math.max(0, scale.of(kilograms) / end);
  const unit = massUnit(scale.unit);
  return {
    kind: 'linear',
    of,
    ticks: ticks.map((tick) => ({ at: tick / end, label: tick === 0 ? '0' : `${exact(tick)}${THIN}${unit}` })),
  };
}

/** Over whole powers of ten, with ticks at both ends and in the middle. */
function logAxis(low: number, high: number): IntervalAxis {
  const [first, end] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const span = Math.max(2, end - first);
  // An even number of steps has a tick in the middle; of two numbers, the one that adds less to the axis.
  const lengthOf = (steps: number): number => steps * Math.ceil(span / steps);
  const steps = span === 2 ? 2 : lengthOf(4) < lengthOf(maxTicks) ? 4 : maxTicks;
  const step = lengthOf(steps) / steps;
  const last = first + lengthOf(steps);
  const of = (kilograms: number): number => (kilograms <= 0 ? 0 : Math.max(0, (Math.log10(kilograms) - first) / (last - first)));
  const powers = Array.from({ length: steps + 1 }, (_, n) => first + n * step);
  return { kind: 'log', of, ticks: powers.map((power) => ({ at: (power - first) / (last - first), label: powerText(power) })) };
}

/** `1 g`, `100 kg`: a power of ten of kilograms in the unit that reads well. */
function powerText(power: number): string {
  const kilograms = Number(`1e${power}`);
  const { unit } = formatted(quantity(kilograms, 'kgCO2e'));
  const size = { Mt: 9, kt: 6, t: 3, kg: 0, g: -3, mg: -6, µg: -9 }[massUnit(unit)] ?? 0;
  return `${exact(Number(`1e${power - size}`))}${THIN}${massUnit(unit)}`;
}
