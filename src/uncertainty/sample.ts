import type { Expression, Input } from '../formulas/expression.js';
import { inputsOf } from '../formulas/expression.js';
import type { Interval } from '../units/quantity.js';
import { drawsOf } from './draws.js';

export const drawCount = 10_000;

/** Samples expressions: one draw per input identity and iteration, shared by every expression that uses it. */
export interface Sampler {
  /** The draws of an expression, or nothing where an input of it has no range: then nothing is known of its spread. */
  readonly sample: (e: Expression) => Float64Array | undefined;
  readonly drawsOfInput: (i: Input) => Float64Array;
}

export function createSampler(count = drawCount): Sampler {
  const byIdentity = new Map<string, Float64Array>();
  const byExpression = new Map<Expression, Float64Array>();
  const drawsOfInput = (i: Input): Float64Array => {
    const known = byIdentity.get(i.identity);
    if (known !== undefined) return known;
    const draws = drawsOf(i, count);
    byIdentity.set(i.identity, draws);
    return draws;
  };
  const run = (e: Expression): Float64Array => {
    const known = byExpression.get(e);
    if (known !== undefined) return known;
    const draws = calculate(e, run, drawsOfInput, count);
    byExpression.set(e, draws);
    return draws;
  };
  return { sample: (e) => (hasRanges(e) ? run(e) : undefined), drawsOfInput };
}

/** Whether every input that can be unsure carries a range, and one at least does. */
export function hasRanges(...expressions: readonly Expression[]): boolean {
  const unsure = inputsOf(...expressions).filter((i) => i.exact !== true);
  return unsure.length > 0 && unsure.every((i) => i.low !== undefined && i.high !== undefined);
}

function calculate(
  e: Expression,
  run: (e: Expression) => Float64Array,
  drawsOfInput: (i: Input) => Float64Array,
  count: number,
): Float64Array {
  switch (e.op) {
    case 'input':
      return drawsOfInput(e.input);
    case 'constant':
      return new Float64Array(count).fill(e.value);
    case 'step':
      return run(e.step.expression);
    case 'converted':
      return run(e.of).map((value) => value / e.divisor);
    case 'product':
      return combined(e.factors.map(run), (a, b) => a * b, count, 1);
    case 'sum':
      return combined(e.terms.map(run), (a, b) => a + b, count, 0);
    case 'quotient': {
      const by = run(e.by);
      return run(e.of).map((value, n) => value / (by[n] ?? 1));
    }
    case 'difference': {
      const less = run(e.less);
      return run(e.of).map((value, n) => value - (less[n] ?? 0));
    }
  }
}

function combined(all: readonly Float64Array[], with_: (a: number, b: number) => number, count: number, start: number): Float64Array {
  const result = new Float64Array(count).fill(start);
  for (const draws of all) for (let n = 0; n < count; n += 1) result[n] = with_(result[n] ?? start, draws[n] ?? start);
  return result;
}

/** The 5 % and 95 % points of draws, widened to hold the value where it lies outside. */
export function intervalFrom(draws: Float64Array, value: number): Interval & { readonly widened: boolean } {
  const sorted = draws.slice().sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  const [low, high] = [at(0.05), at(0.95)];
  return { low: Math.min(low, value), high: Math.max(high, value), widened: value < low || value > high };
}

/** Sum of draws, one of which missing makes the whole missing. */
export function sumOfDraws(all: readonly (Float64Array | undefined)[], count = drawCount): Float64Array | undefined {
  const known = all.filter((draws) => draws !== undefined);
  return known.length < all.length || known.length === 0 ? undefined : combined(known, (a, b) => a + b, count, 0);
}

/**
 * Share of an input in the variance of a result: the squared correlation of their draws, scaled to sum to 1.
 *
 * A first-order share, good for the sums and products that lines are.
 */
export function contributionsTo(
  result: Float64Array,
  inputs: readonly Input[],
  sampler: Sampler,
): readonly { readonly input: Input; readonly share: number }[] {
  const squared = inputs.map((i) => ({ input: i, share: squaredCorrelation(sampler.drawsOfInput(i), result) }));
  const whole = squared.reduce((sum, { share }) => sum + share, 0);
  if (!(whole > 0)) return [];
  return squared
    .map(({ input, share }) => ({ input, share: share / whole }))
    .sort((a, b) => b.share - a.share || (a.input.identity < b.input.identity ? -1 : 1));
}

function squaredCorrelation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let n = 0; n < a.length; n += 1) {
    const x = (a[n] ?? 0) - meanA;
    const y = (b[n] ?? 0) - meanB;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : (ab * ab) / (aa * bb);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
