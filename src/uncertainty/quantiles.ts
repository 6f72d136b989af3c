import type { Buffers } from './buffers.js';
import { exp, normalQuantile } from './normal.js';
import { createRecent } from './recent.js';

/** Distance of the 5 % and 95 % points of the standard normal from its middle. */
export const Z95 = normalQuantile(0.95);

/** A distribution by its quantiles, in order. */
export interface Quantiles {
  readonly values: Float64Array;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Distributions around a middle, cut into strata of equal probability.
 *
 * Strata rather than free samples: the spread of one input then comes out as it went in, to four digits.
 */
export interface Distributions {
  /** e^(σ z), with a σ for each half. Default ranges have a handful of σ, so most inputs share one. */
  readonly lognormal: (down: number, up: number) => Quantiles;
  /** σ z, with a σ for each half. */
  readonly normal: (down: number, up: number) => Quantiles;
  /** Between 0 and 1. */
  readonly uniform: () => Quantiles;
}

/** Distributions that are kept; a manifest rarely has more. */
const kept = 16;
/** σ is rounded far below what any range is given to, so that inputs of one relative range share a distribution. */
const steps = 2 ** 36;

export function createDistributions(count: number, buffers: Buffers): Distributions {
  const z = upperHalf(count);
  const known = createRecent<string, Quantiles>(kept, buffers);
  const recall = (key: string, make: () => Float64Array): Quantiles => {
    const quantiles = known.get(key) ?? quantilesOf(make());
    known.set(key, quantiles);
    known.trim();
    return quantiles;
  };
  return {
    lognormal: (down, up) => {
      const [lower, upper] = [Math.round(down * steps) / steps, Math.round(up * steps) / steps];
      return recall(`lognormal ${lower} ${upper}`, () => lognormalValues(z, lower, upper, buffers.take()));
    },
    normal: (down, up) => recall(`normal ${down} ${up}`, () => normalValues(z, down, up, buffers.take())),
    uniform: () => recall('uniform', () => uniformValues(buffers.take())),
  };
}

/** Upper half of the standard normal, ascending; the lower half is its mirror. */
function upperHalf(count: number): Float64Array {
  const z = new Float64Array(count >> 1);
  for (let n = 0; n < z.length; n += 1) z[n] = normalQuantile((count - z.length + n + 0.5) / count);
  return z;
}

/** e^(σ z), ascending, with a σ for each half. */
function lognormalValues(z: Float64Array, down: number, up: number, values: Float64Array): Float64Array {
  const [half, count] = [z.length, values.length];
  values.fill(1, half, count - half);
  for (let n = 0; n < half; n += 1) {
    const above = exp(up * (z[n] as number));
    values[count - half + n] = above;
    values[half - 1 - n] = 1 / (up === down ? above : exp(down * (z[n] as number)));
  }
  return values;
}

/** σ z, ascending, with a σ for each half. */
function normalValues(z: Float64Array, down: number, up: number, values: Float64Array): Float64Array {
  const [half, count] = [z.length, values.length];
  values.fill(0, half, count - half);
  for (let n = 0; n < half; n += 1) {
    values[count - half + n] = up * (z[n] as number);
    values[half - 1 - n] = -down * (z[n] as number);
  }
  return values;
}

/** Between 0 and 1, ascending. */
function uniformValues(values: Float64Array): Float64Array {
  for (let n = 0; n < values.length; n += 1) values[n] = (n + 0.5) / values.length;
  return values;
}

/** The distribution of values in order. */
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
  return { values, mean: middle + mean, deviation };
}
