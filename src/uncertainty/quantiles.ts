import type { Interval } from '../units/quantity.js';
import type { Buffers } from './buffers.js';
import { exp, normalQuantile } from './normal.js';
import { pointsOfSorted } from './points.js';

/** 5 % and 95 % points of the standard normal lie this far from its middle. */
export const Z95 = normalQuantile(0.95);

/** A distribution by its quantiles, in order. */
export interface Quantiles {
  readonly values: Float64Array;
  readonly points: Interval;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Distributions around a middle, cut into strata of equal probability.
 *
 * Strata rather than free draws: the spread of one input then comes out as it went in, to four digits.
 */
export interface Distributions {
  /** e^(σ z), with a σ for each half. Default ranges know a handful of σ, so most inputs find theirs made. */
  readonly lognormal: (down: number, up: number) => Quantiles;
  /** σ z, with a σ for each half. */
  readonly normal: (down: number, up: number) => Quantiles;
}

const kept = 16;
/** Finer than any range is known; inputs of one relative range share a σ in spite of rounding. */
const steps = 2 ** 36;

export function createDistributions(count: number, buffers: Buffers): Distributions {
  const z = upperHalf(count);
  const known = new Map<string, Quantiles>();
  const recall = (key: string, fill: (values: Float64Array) => void): Quantiles => {
    const made = known.get(key) ?? quantilesOf(filled(buffers.take(), fill));
    known.delete(key);
    known.set(key, made);
    forgetOldest(known, buffers);
    return made;
  };
  return {
    lognormal: (down, up) => {
      const [lower, upper] = [Math.round(down * steps) / steps, Math.round(up * steps) / steps];
      return recall(`lognormal ${lower} ${upper}`, (values) => grow(z, lower, upper, values));
    },
    normal: (down, up) => recall(`normal ${down} ${up}`, (values) => stretch(z, down, up, values)),
  };
}

function filled(values: Float64Array, fill: (values: Float64Array) => void): Float64Array {
  fill(values);
  return values;
}

/** Draws are copies, so nobody reads the arrays of old ones any more. */
function forgetOldest(known: Map<string, Quantiles>, buffers: Buffers): void {
  for (const [key, { values }] of known) {
    if (known.size <= kept) return;
    known.delete(key);
    buffers.give(values);
  }
}

/** Upper half of the standard normal, ascending; the lower half is its mirror. */
function upperHalf(count: number): Float64Array {
  const z = new Float64Array(count >> 1);
  for (let n = 0; n < z.length; n += 1) z[n] = normalQuantile((count - z.length + n + 0.5) / count);
  return z;
}

function grow(z: Float64Array, down: number, up: number, values: Float64Array): void {
  const [half, count] = [z.length, values.length];
  values.fill(1, half, count - half);
  for (let n = 0; n < half; n += 1) {
    const above = exp(up * (z[n] as number));
    values[count - half + n] = above;
    values[half - 1 - n] = 1 / (up === down ? above : exp(down * (z[n] as number)));
  }
}

function stretch(z: Float64Array, down: number, up: number, values: Float64Array): void {
  const [half, count] = [z.length, values.length];
  values.fill(0, half, count - half);
  for (let n = 0; n < half; n += 1) {
    values[count - half + n] = up * (z[n] as number);
    values[half - 1 - n] = -down * (z[n] as number);
  }
}

export function quantilesOf(values: Float64Array): Quantiles {
  // Distances from the middle: one pass, and no digits lost where the spread is small.
  const middle = values[values.length >> 1] as number;
  let sum = 0;
  let squares = 0;
  for (let n = 0; n < values.length; n += 1) {
    const distance = (values[n] as number) - middle;
    sum += distance;
    squares += distance * distance;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  return { values, points: pointsOfSorted(values), mean: middle + mean, deviation };
}
