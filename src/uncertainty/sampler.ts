import type { Expression, Input } from '../formulas/expression.js';
import { inputsOf } from '../formulas/expression.js';
import type { Interval } from '../units/quantity.js';
import { added, createArithmetic, divided, type Leaves, multiplied, type Operand, type Samples } from './arithmetic.js';
import { type Buffers, createBuffers } from './buffers.js';
import { type InputSamples, sampleInput, spreadOf } from './input-samples.js';
import { createPoints } from './points.js';
import { createDistributions } from './quantiles.js';
import { createRecent } from './recent.js';
import { addTo, asFigure, createSum, type RunningSum, together, weigh, weightOf } from './sum.js';

/** Monte Carlo samples of each figure, where the caller does not choose another number. */
export const sampleCount = 10_000;

/** The 5 % and 95 % points of samples, widened to contain the value where it is outside. */
export interface Bounds extends Interval {
  /** Whether they were widened. */
  readonly widened: boolean;
}

/** A sum by its name. */
export interface SumPlace {
  readonly name: string;
  /** Whether the contributions to the sum will be needed: weighing an input takes a quarter of the time of sampling it. */
  readonly weighed?: boolean | undefined;
  /** Name of a second sum that the figure is added to. */
  readonly also?: string | undefined;
}

/** Share of an input in the variance of a sum; the shares of a sum add up to 1. */
export interface InputShare {
  readonly input: Input;
  readonly share: number;
}

/**
 * Samples expressions: one sample per input identity and iteration, shared by every expression that uses the input.
 *
 * Samples stay inside; only numbers come out. Each expression is sampled once and added to its sum at once, so that memory
 * does not grow with the number of lines.
 */
export interface Sampler {
  /**
   * Bounds of an expression; nothing where no input has a spread, or one of them has an unknown one.
   *
   * @param value Its deterministic result, which the bounds contain.
   * @param into The sum that it is added to.
   */
  readonly sample: (e: Expression, value: number, into?: SumPlace) => Bounds | undefined;
  /** Adds an expression to a sum, where its own bounds are not needed. */
  readonly add: (e: Expression, into: SumPlace) => void;
  /** Bounds of named sums taken together; nothing where one of them has a part whose spread is unknown. */
  readonly sum: (names: readonly string[], value: number) => Bounds | undefined;
  /** Adds one named sum to another, where there is another, and forgets the first, so that sums of phases do not fill the memory. */
  readonly close: (name: string, into?: string) => void;
  /** Bounds of named sums divided by others, sample by sample: what both depend on does not count twice. */
  readonly ratio: (of: readonly string[], by: readonly string[], value: number) => Bounds | undefined;
  /** Bounds of a product of sums divided by another, sample by sample; each sum is of the names of one list. */
  readonly quotient: (of: readonly (readonly string[])[], by: readonly (readonly string[])[], value: number) => Bounds | undefined;
  /** Bounds of named sums less others, sample by sample: what both depend on cancels. */
  readonly difference: (of: readonly string[], less: readonly string[], value: number) => Bounds | undefined;
  /**
   * What the spread of named sums comes from, largest first: squared correlations, scaled to sum to 1. First order:
   * good for the sums and products that lines are. Nothing where the sums have no spread, or a part of it is unknown.
   */
  readonly contributions: (names: readonly string[]) => readonly InputShare[] | undefined;
}

/** As many as a phase of several machines has, with room for what all phases share. */
const keptInputs = 24;
const keptSteps = 16;

/** @param count Samples of each figure; 0 gives no intervals. */
export function createSampler(count = sampleCount): Sampler {
  const buffers = createBuffers(count);
  const leaves = createLeaves(count, buffers);
  const calculate = createArithmetic(buffers, leaves);
  const pointsOf = createPoints(count);
  const sums = new Map<string, RunningSum>();
  const sumNamed = (name: string): RunningSum => {
    const sum = sums.get(name) ?? createSum();
    sums.set(name, sum);
    return sum;
  };
  const sumsNamed = (names: readonly string[]): readonly RunningSum[] => names.flatMap((name) => sums.get(name) ?? []);
  const boundsOf = (figure: Operand | undefined, value: number): Bounds | undefined => {
    if (figure === undefined || typeof figure === 'number') return undefined;
    const bounds = widen(scaled(figure, pointsOf(figure.values)), value);
    if (figure.owned) buffers.give(figure.values);
    return bounds;
  };

  const quotient: Sampler['quotient'] = (of, by, value) => {
    const [above, below] = [of, by].map((lists) => multipliedAll(lists.map(sumsNamed), buffers));
    return above === undefined || below === undefined ? undefined : boundsOf(divided(buffers, above, below), value);
  };

  const figureOf = (e: Expression, into: SumPlace | undefined): Operand | undefined => {
    leaves.trim();
    const inputs = inputsOf(e);
    const figure = inputs.some((input) => spreadOf(input) === 'unknown') ? undefined : calculate(e);
    if (into === undefined) return figure;
    const sum = sumNamed(into.name);
    addTo(sum, figure, buffers);
    if (into.also !== undefined) addTo(sumNamed(into.also), figure, buffers);
    if (typeof figure === 'object' && into.weighed === true) weighInputs(sum, figure, inputs, leaves.samplesOf);
    return figure;
  };

  return {
    sample: (e, value, into) => (count === 0 ? undefined : boundsOf(figureOf(e, into), value)),
    add: (e, into) => {
      if (count === 0) return;
      const figure = figureOf(e, into);
      if (typeof figure === 'object' && figure.owned) buffers.give(figure.values);
    },
    sum: (names, value) => boundsOf(together(sumsNamed(names), buffers), value),
    close: (name, into) => {
      const sum = sums.get(name);
      if (sum === undefined) return;
      if (into !== undefined) addTo(sumNamed(into), asFigure(sum), buffers);
      if (sum.values !== undefined) buffers.give(sum.values);
      sums.delete(name);
    },
    ratio: (of, by, value) => quotient([of], [by], value),
    quotient,
    difference: (of, less, value) => {
      const [above, below] = [together(sumsNamed(of), buffers), together(sumsNamed(less), buffers)];
      return above === undefined || below === undefined ? undefined : boundsOf(added(buffers, above, below, -1), value);
    },
    contributions: (names) => sharesOf(sumsNamed(names)),
  };
}

/** The product of sums; nothing where the spread of one is unknown. */
function multipliedAll(factors: readonly (readonly RunningSum[])[], buffers: Buffers): Operand | undefined {
  return factors.reduce<Operand | undefined>((product, sums) => {
    const factor = product === undefined ? undefined : together(sums, buffers);
    return product === undefined || factor === undefined ? undefined : multiplied(buffers, product, factor);
  }, 1);
}

/** What expressions share: samples of inputs, and of steps, which several lines of a phase use. */
interface SharedLeaves extends Leaves {
  readonly samplesOf: (input: Input) => InputSamples;
  /** Forgets what was not used for long; between expressions alone. */
  readonly trim: () => void;
}

function createLeaves(count: number, buffers: Buffers): SharedLeaves {
  const distributions = createDistributions(count, buffers);
  const inputs = createRecent<string, InputSamples>(keptInputs, buffers);
  const steps = createRecent<object, Samples>(keptSteps, buffers);

  const samplesOf = (input: Input): InputSamples => {
    const own = inputs.get(input.identity);
    if (own !== undefined && isSame(own.input, input)) return own;
    // One unknown in two sizes, as in two units: the same order of samples for each.
    const key = own === undefined ? input.identity : [input.identity, ...sizeOf(input)].join('\n');
    const other = own && inputs.get(key);
    if (other !== undefined) return other;
    const samples = sampleInput(input, distributions, buffers);
    inputs.set(key, samples);
    return samples;
  };

  return {
    samplesOf,
    ofInput: (input) => (spreadOf(input) === 'sampled' ? samplesOf(input) : input.value),
    ofStep: (step, calculate) => {
      const known = steps.get(step);
      if (known !== undefined) return known;
      const result = calculate();
      // What is not owned is an input or another step, scaled: nothing was calculated that would be worth keeping.
      if (typeof result === 'number' || !result.owned) return result;
      const kept = { ...result, owned: false };
      steps.set(step, kept);
      return kept;
    },
    trim: () => {
      inputs.trim();
      steps.trim();
    },
  };
}

/** Adds the weight of each input with a spread, once, in a figure that was added to a sum. */
function weighInputs(sum: RunningSum, figure: Samples, inputs: readonly Input[], samplesOf: SharedLeaves['samplesOf']): void {
  const sampled = new Set(inputs.filter((input) => spreadOf(input) === 'sampled').map(samplesOf));
  for (const samples of sampled) weigh(sum, samples.input, weightOf(samples, figure));
}

const sizeOf = ({ value, low, high, centre, above, min, max }: Input) => [value, low, high, centre, above, min, max];

/** Whether two inputs of one identity have one value and range. */
function isSame(a: Input, b: Input): boolean {
  const other = sizeOf(b);
  return a === b || sizeOf(a).every((part, n) => part === other[n]);
}

/** The points of a figure, from those of its values. */
function scaled({ scale, offset }: Samples, { low, high }: Interval): Interval {
  const ends = [low * scale + offset, high * scale + offset] as const;
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Bounds that contain the value; nothing where the samples leave the range of numbers, or have no spread. */
function widen({ low, high }: Interval, value: number): Bounds | undefined {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  // A spread below the last digit of the result is no spread.
  if (low === high && low === value) return undefined;
  // One-sided ranges end at the value, and differ from it by rounding alone.
  const slack = Math.abs(value) * 1e-9;
  return { low: Math.min(low, value), high: Math.max(high, value), widened: value < low - slack || value > high + slack };
}

/** Squared weights of the inputs, scaled to add up to 1. */
function sharesOf(sums: readonly RunningSum[]): readonly InputShare[] | undefined {
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
