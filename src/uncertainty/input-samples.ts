import type { Input } from '../formulas/expression.js';
import type { Samples } from './arithmetic.js';
import type { Buffers } from './buffers.js';
import { exp, log } from './normal.js';
import { type Distributions, type Quantiles, quantilesOf, Z95 } from './quantiles.js';
import { shuffle } from './shuffle.js';

/** Whether an input has a spread (`sampled`), certainly none (`constant`), or one that nobody gave (`unknown`). */
export function spreadOf({ value, low, high, exact }: Input): 'sampled' | 'constant' | 'unknown' {
  if (exact === true) return 'constant';
  if (low === undefined || high === undefined) return value === 0 ? 'constant' : 'unknown';
  return low < high ? 'sampled' : 'constant';
}

/** Samples of an input, with mean and deviation of their values. */
export interface InputSamples extends Samples, Quantiles {
  readonly input: Input;
}

/**
 * Samples of one input: stratified quantiles in an order that its identity alone decides, so that an added input changes no
 * other input's samples.
 */
export function sampleInput(input: Input, distributions: Distributions, buffers: Buffers): InputSamples {
  const { quantiles, scale, offset } = distributionOf(input, distributions);
  const values = buffers.take();
  values.set(quantiles.values);
  const clipped = clip(values, input, scale, offset) ? quantilesOf(values) : quantiles;
  shuffle(values, input.identity);
  return { ...clipped, values, scale, offset, owned: false, input };
}

/** Uniform where the value is an end of its range; lognormal where all samples are above 0, else normal: each half reaches from the middle to its end. */
function distributionOf(
  { value, low = value, high = value, above = 0, centre }: Input,
  { lognormal, normal, uniform }: Distributions,
): Pick<Samples, 'scale' | 'offset'> & { readonly quantiles: Quantiles } {
  // With the value at an end, the range says no more than how far the truth may be: uniform.
  if (value === low || value === high) return { quantiles: uniform(), scale: high - low, offset: low };
  const middle = value - above;
  const [bottom, top] = [Math.min(low, value) - above, Math.max(high, value) - above];
  if (!(bottom > 0)) return { quantiles: normal((middle - bottom) / Z95, (top - middle) / Z95), scale: 1, offset: value };
  if (centre !== 'mean')
    return { quantiles: lognormal((log(middle) - log(bottom)) / Z95, (log(top) - log(middle)) / Z95), scale: middle, offset: above };
  const sigma = (log(top) - log(bottom)) / (2 * Z95);
  return { quantiles: lognormal(sigma, sigma), scale: middle * exp((-sigma * sigma) / 2), offset: above };
}

/**
 * Moves values to the bounds that hold for every sample; an input whose range is not negative has no negative sample.
 *
 * @returns Whether any value was moved.
 */
function clip(sorted: Float64Array, input: Input, scale: number, offset: number): boolean {
  const { low = 0, above = 0, min = low >= above ? above : -Infinity, max = Infinity } = input;
  const [bottom, top] = [(min - offset) / scale, (max - offset) / scale];
  const last = sorted.length - 1;
  const isInside = (sorted[0] as number) >= bottom && (sorted[last] as number) <= top;
  for (let n = 0; (sorted[n] as number) < bottom; n += 1) sorted[n] = bottom;
  for (let n = last; (sorted[n] as number) > top; n -= 1) sorted[n] = top;
  return !isInside;
}
