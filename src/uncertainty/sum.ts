import type { Input } from '../formulas/expression.js';
import type { Draws, Figure } from './arithmetic.js';
import type { Buffers } from './buffers.js';
import type { Spread } from './draws.js';

/** A sum of figures that grows as they are drawn, so that none of their draws need be kept. */
export interface RunningSum {
  /** Sum of the draws; absent while nothing unsure was added. */
  values?: Float64Array;
  /** Sum of the figures without spread. */
  constant: number;
  /** One of the figures has a spread that nobody knows, so the sum has too. */
  unknown: boolean;
  /** By identity. */
  readonly weights: Map<string, Weight>;
}

/** What an input does to a sum: their covariance, in standard deviations of the input. */
export interface Weight {
  readonly input: Input;
  weight: number;
}

export const createSum = (): RunningSum => ({ constant: 0, unknown: false, weights: new Map() });

export function addTo(sum: RunningSum, figure: Figure | undefined, buffers: Buffers): void {
  if (figure === undefined) {
    sum.unknown = true;
  } else if (typeof figure === 'number') {
    sum.constant += figure;
  } else {
    const { values, scale, offset } = figure;
    sum.values ??= buffers.take().fill(0);
    accumulate(sum.values, values, scale, offset);
  }
}

function accumulate(into: Float64Array, values: Float64Array, scale: number, offset: number): void {
  for (let n = 0; n < into.length; n += 1) into[n] = (into[n] ?? 0) + (values[n] ?? 0) * scale + offset;
}

/** Sums of different figures as one; they themselves stay as they are. */
export function together(sums: readonly RunningSum[], buffers: Buffers): Figure | undefined {
  if (sums.length === 0 || sums.some(({ unknown }) => unknown)) return undefined;
  const constant = sums.reduce((whole, sum) => whole + sum.constant, 0);
  const drawn = sums.flatMap(({ values }) => (values === undefined ? [] : [values]));
  const [first, ...rest] = drawn;
  if (first === undefined) return constant;
  if (rest.length === 0) return { values: first, scale: 1, offset: constant, owned: false };
  const values = buffers.take();
  values.set(first);
  for (const more of rest) accumulate(values, more, 1, 0);
  return { values, scale: 1, offset: constant, owned: true };
}

/** Notes what an input does to a figure that was added to the sum. */
export function weigh(sum: RunningSum, input: Input, weight: number): void {
  const known = sum.weights.get(input.identity);
  if (known === undefined) sum.weights.set(input.identity, { input, weight });
  else known.weight += weight;
}

/** Covariance of an input's draws with a figure's, in standard deviations of the input's. */
export function weightOf(input: Spread, { values: ys, scale }: Draws): number {
  const { values: xs, mean, deviation } = input;
  let sum = 0;
  for (let n = 0; n < xs.length; n += 1) sum += ((xs[n] ?? 0) - mean) * (ys[n] ?? 0);
  return deviation > 0 ? (scale * sum) / (xs.length * deviation) : 0;
}
