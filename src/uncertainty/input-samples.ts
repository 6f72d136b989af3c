import type { Input } from '../formulas/expression.js';
import type { Samples } from './arithmetic.js';
import { exp, log } from './normal.js';
import { type Distributions, type Quantiles, quantilesOf, Z95 } from './quantiles.js';
import { shuffle } from './shuffle.js';

/** What is known of an input's spread: all of it, that there is none, or nothing. */
export function spreadOf({ value, low, high, exact }: Input): 'drawn' | 'constant' | 'unknown' {
  if (exact === true) return 'constant';
  if (low === undefined || high === undefined) return value === 0 ? 'constant' : 'unknown';
  return low < high ? 'drawn' : 'constant';
}

/** Draws of an input, with what was known of their values before they were put in disorder. */
export interface InputSamples extends Samples, Quantiles {
  readonly input: Input;
}

/**
 * Draws of one input: stratified quantiles in an order that its identity alone decides, so that an added input changes
 * nobody else's draws.
 *
 * @param into Written over, and the `values` of the result.
 */
export function sampleInput(input: Input, distributions: Distributions, into: Float64Array): InputSamples {
  const { quantiles, scale, offset } = distributionOf(input, distributions);
  into.set(quantiles.values);
  const clipped = clip(into, input, scale, offset) ? quantilesOf(into) : quantiles;
  shuffle(into, input.identity);
  return { ...clipped, values: into, scale, offset, owned: false, input };
}

/** Lognormal where all that is drawn lies above 0, else normal; each half reaches from the middle to its end. */
function distributionOf(
  { value, low = value, high = value, above = 0, centre }: Input,
  { lognormal, normal }: Distributions,
): Pick<Samples, 'scale' | 'offset'> & { readonly quantiles: Quantiles } {
  const middle = value - above;
  const [bottom, top] = [Math.min(low, value) - above, Math.max(high, value) - above];
  if (!(bottom > 0)) return { quantiles: normal((middle - bottom) / Z95, (top - middle) / Z95), scale: 1, offset: value };
  if (centre !== 'mean')
    return { quantiles: lognormal((log(middle) - log(bottom)) / Z95, (log(top) - log(middle)) / Z95), scale: middle, offset: above };
  const sigma = (log(top) - log(bottom)) / (2 * Z95);
  return { quantiles: lognormal(sigma, sigma), scale: middle * exp((-sigma * sigma) / 2), offset: above };
}

/** Ends within bounds that hold whatever is drawn; what can't be negative in its range is not drawn so. Tells whether any did not. */
function clip(sorted: Float64Array, input: Input, scale: number, offset: number): boolean {
  const { low = 0, above = 0, min = low >= above ? above : -Infinity, max = Infinity } = input;
  const [least, most] = [(min - offset) / scale, (max - offset) / scale];
  const last = sorted.length - 1;
  const isInside = (sorted[0] as number) >= least && (sorted[last] as number) <= most;
  for (let n = 0; (sorted[n] as number) < least; n += 1) sorted[n] = least;
  for (let n = last; (sorted[n] as number) > most; n -= 1) sorted[n] = most;
  return !isInside;
}
