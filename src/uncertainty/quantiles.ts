import { exp, normalQuantile } from './normal.js';

/** 5 % and 95 % points of the standard normal lie this far from its middle. */
export const Z95 = normalQuantile(0.95);

/**
 * Upper half of the standard normal, cut into strata of equal probability, ascending; the lower half is its mirror.
 *
 * Strata rather than free draws: the spread of one input then comes out as it went in, to four digits.
 */
export interface Quantiles {
  readonly z: Float64Array;
  /** e^(σ z) for each stratum. Default ranges know a handful of σ, so most inputs find theirs made. */
  readonly growth: (sigma: number) => Float64Array;
}

const tables = 32;
/** Finer than any range is known; inputs of one relative range share a σ in spite of rounding. */
const steps = 2 ** 36;

export function createQuantiles(count: number): Quantiles {
  const half = count >> 1;
  const z = new Float64Array(half);
  for (let n = 0; n < half; n += 1) z[n] = normalQuantile((count - half + n + 0.5) / count);
  const known = new Map<number, Float64Array>();
  const growth = (sigma: number): Float64Array => {
    const key = Math.round(sigma * steps) / steps;
    const found = known.get(key);
    const table = found ?? grown(z, key, known.size < tables ? new Float64Array(half) : oldestOf(known));
    known.delete(key);
    known.set(key, table);
    return table;
  };
  return { z, growth };
}

function grown(z: Float64Array, sigma: number, into: Float64Array): Float64Array {
  for (let n = 0; n < z.length; n += 1) into[n] = exp(sigma * (z[n] ?? 0));
  return into;
}

/** Takes the longest unused table out. */
function oldestOf(known: Map<number, Float64Array>): Float64Array {
  for (const [key, table] of known) {
    known.delete(key);
    return table;
  }
  throw new Error('no table is known');
}
