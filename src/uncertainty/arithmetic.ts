import type { Expression, Input, Step } from '../formulas/expression.js';
import type { Buffers } from './buffers.js';

/** Draws of a figure: `scale` × values + `offset`, so that constants cost no pass over ten thousand numbers. */
export interface Samples {
  readonly values: Float64Array;
  readonly scale: number;
  readonly offset: number;
  /** Nobody else reads `values`: the next operation may write over them. */
  readonly owned: boolean;
}

/** A figure with nothing unsure in it is a number. */
export type Operand = Samples | number;

/** Where figures that several expressions share are kept. */
export interface Leaves {
  readonly ofInput: (i: Input) => Operand;
  readonly ofStep: (s: Step, run: () => Operand) => Operand;
}

/** Runs an expression over all draws at once. */
export function createArithmetic(buffers: Buffers, figures: Leaves): (e: Expression) => Operand {
  const run = (e: Expression): Operand => {
    switch (e.op) {
      case 'input':
        return figures.ofInput(e.input);
      case 'constant':
        return e.value;
      case 'step':
        return figures.ofStep(e.step, () => run(e.step.expression));
      case 'converted':
        return affine(run(e.of), 1 / e.divisor, 0);
      case 'product':
        return e.factors.reduce<Operand>((product, factor) => multiplied(product, run(factor)), 1);
      case 'sum':
        return e.terms.reduce<Operand>((sum, term) => added(sum, run(term), 1), 0);
      case 'difference':
        return added(run(e.of), run(e.less), -1);
      case 'excess':
        return notBelowZero(added(run(e.of), run(e.over), -1));
      case 'quotient':
        return divided(run(e.of), run(e.by));
    }
  };

  const affine = (a: Operand, scale: number, offset: number): Operand => {
    if (typeof a === 'number') return a * scale + offset;
    if (scale !== 0) return { ...a, scale: a.scale * scale, offset: a.offset * scale + offset };
    release(a);
    return offset;
  };

  const multiplied = (a: Operand, b: Operand): Operand => {
    if (typeof a === 'number') return affine(b, a, 0);
    if (typeof b === 'number') return affine(a, b, 0);
    const [left, right] = [proportional(a), proportional(b)];
    const into = targetOf(left, right);
    multiply(into, left.values, right.values);
    return fresh(into, left.scale * right.scale, 0);
  };

  const added = (a: Operand, b: Operand, sign: 1 | -1): Operand => {
    if (typeof a === 'number') return affine(b, sign, a);
    if (typeof b === 'number') return affine(a, 1, sign * b);
    const into = targetOf(a, b);
    add(into, a, b, sign);
    return fresh(into, 1, a.offset + sign * b.offset);
  };

  const divided = (a: Operand, b: Operand): Operand => {
    if (typeof b === 'number') return affine(a, 1 / b, 0);
    const by = proportional(b);
    if (typeof a !== 'number') return multiplied(a, inverse(by));
    return affine(inverse(by), a, 0);
  };

  const notBelowZero = (a: Operand): Operand => {
    if (typeof a === 'number') return Math.max(0, a);
    const into = targetOf(a, a);
    keepAboveZero(into, a);
    return fresh(into, 1, 0);
  };

  const inverse = (a: Samples): Samples => {
    const into = targetOf(a, a);
    invert(into, a.values);
    return fresh(into, 1 / a.scale, 0);
  };

  /** The same without an offset, so that it can be a factor. */
  const proportional = (a: Samples): Samples => {
    if (a.offset === 0) return a;
    const into = targetOf(a, a);
    shift(into, a);
    return fresh(into, 1, 0);
  };

  /** Writes over an operand where nobody else needs it. */
  const targetOf = (a: Samples, b: Samples): Float64Array => {
    if (!a.owned) return b.owned ? b.values : buffers.take();
    if (b.owned && b.values !== a.values) buffers.give(b.values);
    return a.values;
  };

  const release = (a: Samples): void => {
    if (a.owned) buffers.give(a.values);
  };

  return run;
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
