import type { Expression, Input, Step } from '../formulas/expression.js';
import type { Buffers } from './buffers.js';

/** Draws of a figure: `scale` × values + `offset`, so that constants cost no pass over ten thousand numbers. */
export interface Draws {
  readonly values: Float64Array;
  readonly scale: number;
  readonly offset: number;
  /** Nobody else reads `values`: the next operation may write over them. */
  readonly owned: boolean;
}

/** A figure with nothing unsure in it is a number. */
export type Figure = Draws | number;

/** Where figures that several expressions share are kept. */
export interface Figures {
  readonly ofInput: (i: Input) => Figure;
  readonly ofStep: (s: Step, run: () => Figure) => Figure;
}

/** Runs an expression over all draws at once. */
export function createArithmetic(buffers: Buffers, figures: Figures): (e: Expression) => Figure {
  const run = (e: Expression): Figure => {
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
        return e.factors.reduce<Figure>((product, factor) => multiplied(product, run(factor)), 1);
      case 'sum':
        return e.terms.reduce<Figure>((sum, term) => added(sum, run(term), 1), 0);
      case 'difference':
        return added(run(e.of), run(e.less), -1);
      case 'quotient':
        return divided(run(e.of), run(e.by));
    }
  };

  const affine = (a: Figure, scale: number, offset: number): Figure => {
    if (typeof a === 'number') return a * scale + offset;
    if (scale !== 0) return { ...a, scale: a.scale * scale, offset: a.offset * scale + offset };
    release(a);
    return offset;
  };

  const multiplied = (a: Figure, b: Figure): Figure => {
    if (typeof a === 'number') return affine(b, a, 0);
    if (typeof b === 'number') return affine(a, b, 0);
    const into = targetOf(a, b);
    multiply(into, a, b);
    return fresh(into);
  };

  const added = (a: Figure, b: Figure, sign: 1 | -1): Figure => {
    if (typeof a === 'number') return affine(b, sign, a);
    if (typeof b === 'number') return affine(a, 1, sign * b);
    const into = targetOf(a, b);
    add(into, a, b, sign);
    return fresh(into);
  };

  const divided = (a: Figure, b: Figure): Figure => {
    if (typeof b === 'number') return affine(a, 1 / b, 0);
    if (a === 0) return affine(b, 0, 0);
    const of = typeof a === 'number' ? { ...b, scale: 0, offset: a, owned: false } : a;
    const into = targetOf(of, b);
    divide(into, of, b);
    return fresh(into);
  };

  /** Writes over an operand where nobody else needs it. */
  const targetOf = (a: Draws, b: Draws): Float64Array => {
    if (!a.owned) return b.owned ? b.values : buffers.take();
    if (b.owned && b.values !== a.values) buffers.give(b.values);
    return a.values;
  };

  const release = (a: Draws): void => {
    if (a.owned) buffers.give(a.values);
  };

  return run;
}

const fresh = (values: Float64Array): Draws => ({ values, scale: 1, offset: 0, owned: true });

function multiply(into: Float64Array, a: Draws, b: Draws): void {
  const { values: left, scale: leftScale, offset: leftOffset } = a;
  const { values: right, scale: rightScale, offset: rightOffset } = b;
  for (let n = 0; n < into.length; n += 1)
    into[n] = ((left[n] ?? 0) * leftScale + leftOffset) * ((right[n] ?? 0) * rightScale + rightOffset);
}

function divide(into: Float64Array, a: Draws, b: Draws): void {
  const { values: left, scale: leftScale, offset: leftOffset } = a;
  const { values: right, scale: rightScale, offset: rightOffset } = b;
  for (let n = 0; n < into.length; n += 1)
    into[n] = ((left[n] ?? 0) * leftScale + leftOffset) / ((right[n] ?? 0) * rightScale + rightOffset);
}

function add(into: Float64Array, a: Draws, b: Draws, sign: 1 | -1): void {
  const offset = a.offset + sign * b.offset;
  const { values: left, scale: leftScale } = a;
  const right = b.values;
  const rightScale = sign * b.scale;
  for (let n = 0; n < into.length; n += 1) into[n] = (left[n] ?? 0) * leftScale + (right[n] ?? 0) * rightScale + offset;
}
