import type { Expression, Input, Step } from '../formulas/expression.js';
import type { Buffers } from './buffers.js';

/** Samples of a figure: `scale` × values + `offset`, so that constants cost no pass over ten thousand numbers. */
export interface Samples {
  readonly values: Float64Array;
  readonly scale: number;
  readonly offset: number;
  /** Nobody else reads `values`: the next operation may write over them. */
  readonly owned: boolean;
}

/** A figure with nothing unsure in it is a number. */
export type Operand = Samples | number;

/** Where the figures come from that several expressions share. */
export interface Leaves {
  readonly ofInput: (i: Input) => Operand;
  readonly ofStep: (s: Step, calculate: () => Operand) => Operand;
}

/** Calculates an expression over all samples at once. */
export function createArithmetic(buffers: Buffers, leaves: Leaves): (e: Expression) => Operand {
  const run = (e: Expression): Operand => {
    switch (e.op) {
      case 'input':
        return leaves.ofInput(e.input);
      case 'constant':
        return e.value;
      case 'step':
        return leaves.ofStep(e.step, () => run(e.step.expression));
      case 'converted':
        return affine(buffers, run(e.of), 1 / e.divisor, 0);
      case 'product':
        return e.factors.reduce<Operand>((product, factor) => multiplied(buffers, product, run(factor)), 1);
      case 'sum':
        return e.terms.reduce<Operand>((sum, term) => added(buffers, sum, run(term), 1), 0);
      case 'difference':
        return added(buffers, run(e.of), run(e.less), -1);
      case 'excess':
        return notBelowZero(buffers, added(buffers, run(e.of), run(e.over), -1));
      case 'max':
        return e.of
          .slice(1)
          .reduce<Operand>((largest, one) => larger(buffers, largest, run(one)), e.of[0] === undefined ? 0 : run(e.of[0]));
      case 'quotient':
        return divided(buffers, run(e.of), run(e.by));
    }
  };
  return run;
}

/** `a` × scale + offset, without a pass over the values. */
function affine(buffers: Buffers, a: Operand, scale: number, offset: number): Operand {
  if (typeof a === 'number') return a * scale + offset;
  if (scale !== 0) return { ...a, scale: a.scale * scale, offset: a.offset * scale + offset };
  if (a.owned) buffers.give(a.values);
  return offset;
}

/** One figure times another, sample by sample. */
export function multiplied(buffers: Buffers, a: Operand, b: Operand): Operand {
  if (typeof a === 'number') return affine(buffers, b, a, 0);
  if (typeof b === 'number') return affine(buffers, a, b, 0);
  const [left, right] = [proportional(buffers, a), proportional(buffers, b)];
  const into = targetOf(buffers, left, right);
  multiply(into, left.values, right.values);
  return fresh(into, left.scale * right.scale, 0);
}

/** Two figures added, or the second taken from the first, sample by sample. */
export function added(buffers: Buffers, a: Operand, b: Operand, sign: 1 | -1): Operand {
  if (typeof a === 'number') return affine(buffers, b, sign, a);
  if (typeof b === 'number') return affine(buffers, a, 1, sign * b);
  const into = targetOf(buffers, a, b);
  add(into, a, b, sign);
  return fresh(into, 1, a.offset + sign * b.offset);
}

/** One figure divided by another, sample by sample. */
export function divided(buffers: Buffers, a: Operand, b: Operand): Operand {
  if (typeof b === 'number') return affine(buffers, a, 1 / b, 0);
  const by = proportional(buffers, b);
  const into = targetOf(buffers, by, by);
  invert(into, by.values);
  const inverse = fresh(into, 1 / by.scale, 0);
  return typeof a === 'number' ? affine(buffers, inverse, a, 0) : multiplied(buffers, a, inverse);
}

function notBelowZero(buffers: Buffers, a: Operand): Operand {
  if (typeof a === 'number') return Math.max(0, a);
  const into = targetOf(buffers, a, a);
  keepAboveZero(into, a);
  return fresh(into, 1, 0);
}

/** max(a, b) = b + what a exceeds it by. */
function larger(buffers: Buffers, a: Operand, b: Operand): Operand {
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  const borrowed: Operand = typeof b === 'number' ? b : { ...b, owned: false };
  const sum = added(buffers, notBelowZero(buffers, added(buffers, a, borrowed, -1)), borrowed, 1);
  if (typeof b !== 'number' && b.owned) buffers.give(b.values);
  return sum;
}

/** The same without an offset, so that it can be a factor. */
function proportional(buffers: Buffers, a: Samples): Samples {
  if (a.offset === 0) return a;
  const into = targetOf(buffers, a, a);
  shift(into, a);
  return fresh(into, 1, 0);
}

/** The array that a result is written to: that of an operand where nobody else needs it. */
function targetOf(buffers: Buffers, a: Samples, b: Samples): Float64Array {
  if (!a.owned) return b.owned ? b.values : buffers.take();
  if (b.owned && b.values !== a.values) buffers.give(b.values);
  return a.values;
}

const fresh = (values: Float64Array, scale: number, offset: number): Samples => ({ values, scale, offset, owned: true });

// Loops of few operations each: most of what a small manifest costs is running them before they are compiled.

function multiply(into: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let n = 0; n < into.length; n += 1) into[n] = (a[n] as number) * (b[n] as number);
}

function invert(into: Float64Array, a: Float64Array): void {
  for (let n = 0; n < into.length; n += 1) into[n] = 1 / (a[n] as number);
}

function shift(into: Float64Array, { values, scale, offset }: Samples): void {
  for (let n = 0; n < into.length; n += 1) into[n] = (values[n] as number) * scale + offset;
}

function keepAboveZero(into: Float64Array, { values, scale, offset }: Samples): void {
  for (let n = 0; n < into.length; n += 1) into[n] = Math.max(0, (values[n] as number) * scale + offset);
}

function add(into: Float64Array, a: Samples, b: Samples, sign: 1 | -1): void {
  const { values: left, scale: leftScale } = a;
  const right = b.values;
  const rightScale = sign * b.scale;
  for (let n = 0; n < into.length; n += 1) into[n] = (left[n] as number) * leftScale + (right[n] as number) * rightScale;
}
