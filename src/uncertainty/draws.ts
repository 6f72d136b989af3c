import type { Input } from '../formulas/expression.js';
import type { Interval } from '../units/quantity.js';
import { exp, log } from './normal.js';
import { pointsOfSorted } from './points.js';
import { type Quantiles, Z95 } from './quantiles.js';
import { shuffle } from './shuffle.js';

/** What is known of an input's spread: all of it, that there is none, or nothing. */
export function spreadOf({ value, low, high, exact }: Input): 'drawn' | 'constant' | 'unknown' {
  if (exact === true) return 'constant';
  if (low === undefined || high === undefined) return value === 0 ? 'constant' : 'unknown';
  return low < high ? 'drawn' : 'constant';
}

/** Draws of an input, with what is cheaper to know before they are put in disorder. */
export interface Spread {
  readonly values: Float64Array;
  readonly points: Interval;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Draws of one input: stratified quantiles in an order that its identity alone decides, so that an added input changes
 * nobody else's draws.
 *
 * @param values Written over.
 */
export function draw(input: Input, quantiles: Quantiles, values: Float64Array): Spread {
  fill(values, input, quantiles);
  clip(values, input);
  const spread = { values, points: pointsOfSorted(values), ...momentsOf(values) };
  shuffle(values, input.identity);
  return spread;
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  // Distances from one of the draws: one pass, and no digits lost where the spread is small.
  const middle = values[values.length >> 1] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let n = 0; n < values.length; n += 1) {
    const distance = (values[n] ?? 0) - middle;
    sum += distance;
    squares += distance * distance;
  }
  const mean = sum / values.length;
  return { mean: middle + mean, deviation: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) };
}

/** Quantiles in order: lognormal where all is above 0, else normal; each half reaches from the middle to its end. */
function fill(into: Float64Array, input: Input, { z, growth }: Quantiles): void {
  const { base, value, low, high } = excessOf(input);
  if (!(value > 0 && low > 0)) {
    normal(into, base + value, (value - low) / Z95, (high - value) / Z95, z);
  } else if (input.centre === 'mean') {
    const sigma = (log(high) - log(low)) / (2 * Z95);
    const table = growth(sigma);
    lognormal(into, base, value * exp((-sigma * sigma) / 2), table, table);
  } else {
    lognormal(into, base, value, growth((log(value) - log(low)) / Z95), growth((log(high) - log(value)) / Z95));
  }
}

/** What is drawn of an input: what it has above the part that is never in doubt. */
function excessOf({ value, low, high, above: base = 0 }: Input) {
  return { base, value: value - base, low: Math.min(low ?? value, value) - base, high: Math.max(high ?? value, value) - base };
}

function lognormal(into: Float64Array, base: number, middle: number, down: Float64Array, up: Float64Array): void {
  const half = down.length;
  const start = into.length - half;
  into.fill(base + middle, half, start);
  for (let n = 0; n < half; n += 1) {
    into[half - 1 - n] = base + middle / (down[n] ?? 1);
    into[start + n] = base + middle * (up[n] ?? 1);
  }
}

function normal(into: Float64Array, middle: number, down: number, up: number, z: Float64Array): void {
  const half = z.length;
  const start = into.length - half;
  into.fill(middle, half, start);
  for (let n = 0; n < half; n += 1) {
    into[half - 1 - n] = middle - down * (z[n] ?? 0);
    into[start + n] = middle + up * (z[n] ?? 0);
  }
}

/** Ends within bounds that hold whatever is drawn. What can't be negative in its range is not drawn so. */
function clip(sorted: Float64Array, { low = 0, above = 0, min = low >= above ? above : -Infinity, max = Infinity }: Input): void {
  for (let n = 0; (sorted[n] ?? min) < min; n += 1) sorted[n] = min;
  for (let n = sorted.length - 1; (sorted[n] ?? max) > max; n -= 1) sorted[n] = max;
}
