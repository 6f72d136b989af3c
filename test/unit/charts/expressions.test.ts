import { parseExpression } from 'vega';
import { describe, expect, it } from 'vitest';
import { chartExpressions } from '../../../src/charts/expressions.js';

const context = { functions: { span: ([from = 0, to = 0]: readonly number[]) => to - from, __bandwidth: () => 8 } };
const scale = Object.assign((value: unknown) => Number(value) * 10, { range: () => [0, 100] });

function evaluated(text: string): unknown {
  const ast = parseExpression(text) as never;
  return chartExpressions.parameter(context, { ast })({ value: 3, name: 'a' }, { $width: 200, '%x': scale });
}

describe('an expression of a chart', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ["datum.name + ' t'", 'a t'],
    ["datum['value'] === 3 ? 'three' : 'other'", 'three'],
    ['width / 2 - 1', 99],
    ['-datum.value', -3],
    ['!(datum.value > 3) && datum.value >= 3', true],
    ['datum.missing || 5', 5],
    ['abs(min(-4, datum.value))', 4],
    ['span([2, 9])', 7],
    ["_scale('x', datum.value) + _bandwidth('x') * 0.5", 34],
    ["_range('x')[1]", 100],
    ['isFinite(datum.value)', true],
  ])('%s is %j', (text, value) => {
    expect(evaluated(text)).toEqual(value);
  });

  it.each(['datum.value & 1', "test(/a/, 'a')", 'random()'])('%s is an error, since no chart may use it', (text) => {
    expect(() => evaluated(text)).toThrow(/is not evaluated/);
  });
});
