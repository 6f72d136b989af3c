import type { Input } from '../formulas/expression.js';
import type { Operand, Samples } from './arithmetic.js';
import type { Buffers } from './buffers.js';
import type { InputSamples } from './input-samples.js';

/** A sum of figures that grows as they are sampled, so that none of their samples need be kept. */
export interface RunningSum {
  /** Sum of the samples; absent while nothing unsure was added. */
  values?: Float64Array | undefined;
  /** Sum of what has no spread. */
  constant: number;
  /** One of the figures has an unknown spread, so the sum has too. */
  unknown: boolean;
  /** What each input does to the sum, by identity. */
  readonly weights: Map<string, Weight>;
}

/** What an input does to a sum: their covariance, in standard deviations of the input. */
export interface Weight {
  readonly input: Input;
  weight: number;
}

/** A sum of nothing. */
export const createSum = (): RunningSum => ({ constant: 0, unknown: false, weights: new Map() });

/** Adds a figure to a sum; `undefined` is a figure of unknown spread. */
export function addTo(sum: RunningSum, figure: Operand | undefined, buffers: Buffers): void {
  if (figure === undefined) {
    sum.unknown = true;
  } else if (typeof figure === 'number') {
    sum.constant += figure;
  } else {
    const { values, scale, offset } = figure;
    sum.values ??= buffers.take().fill(0);
    sum.constant += offset;
    accumulate(sum.values, values, scale);
  }
}

function accumulate(into: Float64Array, values: Float64Array, scale: number): void {
  for (let n = 0; n < into.length; n += 1) into[n] = (into[n] as number) + (values[n] as number) * scale;
}

/** A sum as a figure that can be added to another sum; it goes on growing. */
export function asFigure({ values, constant, unknown }: RunningSum): Operand | undefined {
  if (unknown) return undefined;
  return values === undefined ? constant : { values, scale: 1, offset: constant, owned: false };
}

/** Several sums as one figure; the sums do not change. */
export function together(sums: readonly RunningSum[], buffers: Buffers): Operand | undefined {
  if (sums.length === 0 || sums.some(({ unknown }) => unknown)) return undefined;
  const constant = sums.reduce((whole, sum) => whole + sum.constant, 0);
  const [first, ...rest] = sums.flatMap(({ values }) => (values === undefined ? [] : [values]));
  if (first === undefined) return constant;
  const values = buffers.take();
  values.set(first);
  for (const more of rest) accumulate(values, more, 1);
  return { values, scale: 1, offset: constant, owned: true };
}

/** Adds the weight of an input in a figure that was added to the sum. */
export function weigh(sum: RunningSum, input: Input, weight: number): void {
  const known = sum.weights.get(input.identity);
  if (known === undefined) sum.weights.set(input.identity, { input, weight });
  else known.weight += weight;
}

/** Covariance of an input's samples with a figure's, in standard deviations of the input's. */
export function weightOf({ values: xs, mean, deviation }: InputSamples, { values: ys, scale }: Samples): number {
  return deviation > 0 ? (scale * covariance(xs, mean, ys)) / (xs.length * deviation) : 0;
}

function covariance(xs: Float64Array, mean: number, ys: Float64Array): number {
  let [a, b] = [0, 0];
  // Two sums, since each addition waits for the one before it. Their order is part of the result: the last digits depend on it.
  const even = xs.length - (xs.length % 2);
  for (let n = 0; n < even; n += 2) {
    a += ((xs[n] as number) - mean) * (ys[n] as number);
    b += ((xs[n + 1] as number) - mean) * (ys[n + 1] as number);
  }
  return even === xs.length ? a + b : a + b + ((xs[even] as number) - mean) * (ys[even] as number);
}
