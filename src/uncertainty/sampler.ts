import type { Expression, Input } from '../formulas/expression.js';
import { inputsOf } from '../formulas/expression.js';
import type { Interval } from '../units/quantity.js';
import { createArithmetic, type Operand, type Samples } from './arithmetic.js';
import { createBuffers } from './buffers.js';
import { type InputSamples, sampleInput, spreadOf } from './input-samples.js';
import { createPoints } from './points.js';
import { createDistributions } from './quantiles.js';
import { createRecent } from './recent.js';
import { addTo, createSum, type RunningSum, together, weigh, weightOf } from './sum.js';

export const sampleCount = 10_000;

/** The 5 % and 95 % points of draws, widened to hold the value where it lies outside. */
export interface Bounds extends Interval {
  readonly widened: boolean;
}

/** A sum by its name. */
export interface SumPlace {
  readonly name: string;
  /** Whether `contributions` will be asked of the sum: to weigh an input costs a quarter of drawing it. */
  readonly weighed?: boolean | undefined;
}

/** Share of an input in the variance of a sum; all of a sum's are 1 together. */
export interface Contribution {
  readonly input: Input;
  readonly share: number;
}

/**
 * Samples expressions: one draw per input identity and iteration, shared by every expression that uses it.
 *
 * Draws stay inside; only numbers come out. Each expression is drawn once, and added to the sums that it belongs to
 * there and then, so that memory does not grow with the number of lines.
 */
export interface Sampler {
  /**
   * Bounds of an expression; nothing where none of its inputs is unsure, or one of them has no range.
   *
   * @param value Its deterministic result, which the bounds hold.
   * @param into The sum that it is added to.
   */
  readonly sample: (e: Expression, value: number, into?: SumPlace) => Bounds | undefined;
  /** Bounds of named sums taken together; nothing where one of them has a part whose spread is unknown. */
  readonly sum: (names: readonly string[], value: number) => Bounds | undefined;
  /**
   * What the spread of named sums comes from, largest first: squared correlations, scaled to sum to 1. First order:
   * good for the sums and products that lines are. Nothing where the sums have no spread, or not all of it is known.
   */
  readonly contributions: (names: readonly string[]) => readonly Contribution[] | undefined;
}

/** As many as a phase of several machines has, with room for what all phases share. */
const keptInputs = 24;
const keptSteps = 16;

export function createSampler(count = sampleCount): Sampler {
  const buffers = createBuffers(count);
  const distributions = createDistributions(count, buffers);
  const pointsOf = createPoints(count);
  const inputs = createRecent<string, InputSamples>(keptInputs, buffers);
  const steps = createRecent<object, Samples>(keptSteps, buffers);
  const sums = new Map<string, RunningSum>();

  const drawsOf = (input: Input): InputSamples => {
    const own = inputs.get(input.identity);
    if (own !== undefined && isSame(own.input, input)) return own;
    // One unknown in two sizes, as in two units: the same order of draws for each.
    const key = own === undefined ? input.identity : [input.identity, ...sizeOf(input)].join('\n');
    const other = own && inputs.get(key);
    if (other !== undefined) return other;
    const draws = sampleInput(input, distributions, buffers.take());
    inputs.set(key, draws);
    return draws;
  };

  const run = createArithmetic(buffers, {
    ofInput: (input) => (spreadOf(input) === 'drawn' ? drawsOf(input) : input.value),
    ofStep: (step, calculate) => {
      const known = steps.get(step);
      if (known !== undefined) return known;
      const figure = calculate();
      // What is not owned is an input or another step, scaled: nothing was calculated that would be worth keeping.
      if (typeof figure === 'number' || !figure.owned) return figure;
      const kept = { ...figure, owned: false };
      steps.set(step, kept);
      return kept;
    },
  });

  const sumOf = (name: string): RunningSum => {
    const sum = sums.get(name) ?? createSum();
    sums.set(name, sum);
    return sum;
  };

  const boundsOf = (figure: Operand | undefined, value: number): Bounds | undefined => {
    if (figure === undefined || typeof figure === 'number') return undefined;
    const bounds = widen(scaled(figure, isInput(figure) ? figure.points : pointsOf(figure.values)), value);
    if (figure.owned) buffers.give(figure.values);
    return bounds;
  };

  return {
    sample: (e, value, into) => {
      if (count === 0) return undefined;
      inputs.trim();
      steps.trim();
      const own = inputsOf(e);
      const figure = own.some((input) => spreadOf(input) === 'unknown') ? undefined : run(e);
      if (into !== undefined) {
        const sum = sumOf(into.name);
        addTo(sum, figure, buffers);
        if (typeof figure === 'object' && into.weighed === true) {
          const unsure = new Set(own.filter((input) => spreadOf(input) === 'drawn').map(drawsOf));
          for (const draws of unsure) weigh(sum, draws.input, weightOf(draws, figure));
        }
      }
      return boundsOf(figure, value);
    },
    sum: (names, value) =>
      boundsOf(
        together(
          names.flatMap((name) => sums.get(name) ?? []),
          buffers,
        ),
        value,
      ),
    contributions: (names) => sharesOf(names.flatMap((name) => sums.get(name) ?? [])),
  };
}

/** An input or a multiple of one, whose points need not be looked for. */
const isInput = (draws: Samples): draws is InputSamples => 'points' in draws;

const sizeOf = ({ value, low, high, centre, above, min, max }: Input) => [value, low, high, centre, above, min, max];

function isSame(a: Input, b: Input): boolean {
  const other = sizeOf(b);
  return a === b || sizeOf(a).every((part, n) => part === other[n]);
}

function scaled({ scale, offset }: Samples, { low, high }: Interval): Interval {
  const ends = [low * scale + offset, high * scale + offset] as const;
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Draws that leave the range of numbers say nothing. */
function widen({ low, high }: Interval, value: number): Bounds | undefined {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  // A spread below the last digit of the result is none.
  if (low === high && low === value) return undefined;
  // One-sided ranges end at the value, from which rounding alone parts them.
  const slack = Math.abs(value) * 1e-9;
  return { low: Math.min(low, value), high: Math.max(high, value), widened: value < low - slack || value > high + slack };
}

function sharesOf(sums: readonly RunningSum[]): readonly Contribution[] | undefined {
  if (sums.some(({ unknown }) => unknown)) return undefined;
  const whole = createSum();
  for (const { weights } of sums) for (const { input, weight } of weights.values()) weigh(whole, input, weight);
  const squared = [...whole.weights.values()].map(({ input, weight }) => ({ input, share: weight * weight }));
  const total = squared.reduce((sum, { share }) => sum + share, 0);
  if (!(total > 0) || !Number.isFinite(total)) return undefined;
  return squared
    .map(({ input, share }) => ({ input, share: share / total }))
    .sort((a, b) => b.share - a.share || (a.input.identity < b.input.identity ? -1 : 1));
}
