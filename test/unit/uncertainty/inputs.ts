import type { Expression, Input } from '../../../src/formulas/expression.js';
import { evaluate, input } from '../../../src/formulas/expression.js';
import { type Bounds, createSampler } from '../../../src/uncertainty/sampler.js';

let made = 0;

/** An input of an identity of its own, unless told otherwise. */
export function unsure(value: number, low: number, high: number, rest: Partial<Input> = {}): Input {
  made += 1;
  return { name: 'x', unit: '', basis: 'measured', identity: `input ${made}`, value, low, high, ...rest };
}

export const exact = (value: number): Input => ({ name: 'n', unit: '', basis: 'measured', identity: `n ${value}`, value, exact: true });

/** ×/÷ k around a mean, as default ranges say it. */
export function times(value: number, k: number, rest: Partial<Input> = {}): Input {
  const sigma = Math.log(k) / 1.6448536269514722;
  const median = value * Math.exp(-sigma * sigma * 0.5);
  return unsure(value, median / k, median * k, { centre: 'mean', ...rest });
}

export function boundsOf(e: Expression | Input, sampler = createSampler()): Bounds | undefined {
  const expression = 'op' in e ? e : input(e);
  return sampler.sample(expression, evaluate(expression));
}
