import type { Expression, Input } from '../formulas/expression.js';

const known = new WeakMap<Expression, string>();

/** A text that two expressions share only if they have the same value and the same samples. */
export function expressionKey(e: Expression): string {
  const key = known.get(e) ?? keyOf(e);
  known.set(e, key);
  return key;
}

function keyOf(e: Expression): string {
  switch (e.op) {
    case 'input':
      return inputKey(e.input);
    case 'constant':
      return String(e.value);
    case 'product':
      return `*(${e.factors.map(expressionKey).join(',')})`;
    case 'sum':
      return `+(${e.terms.map(expressionKey).join(',')})`;
    case 'max':
      return `max(${e.of.map(expressionKey).join(',')})`;
    case 'quotient':
      return `/(${expressionKey(e.of)},${expressionKey(e.by)})`;
    case 'difference':
      return `-(${expressionKey(e.of)},${expressionKey(e.less)})`;
    case 'excess':
      return `excess(${expressionKey(e.of)},${expressionKey(e.over)})`;
    case 'converted':
      return `/(${expressionKey(e.of)},${e.divisor})`;
    case 'step':
      return expressionKey(e.step.expression);
  }
}

/** What decides the samples of an input. The identity is quoted, since it holds texts of the manifest. */
function inputKey({ identity, value, low, high, exact, centre, above, min, max }: Input): string {
  return `${JSON.stringify(identity)}:${[value, low, high, exact, centre, above, min, max].join(' ')}`;
}
