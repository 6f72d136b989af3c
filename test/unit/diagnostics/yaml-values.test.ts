import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameValue } from '../../../src/diagnostics/yaml-values.js';

describe('isSameValue', () => {
  it('agrees with Node about all values that YAML has', () => {
    const value = fc.jsonValue({ depthSize: 'small' });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(isSameValue(one, other)).toBe(isDeepStrictEqual(one, other));
        expect(isSameValue(one, structuredClone(one))).toBe(true);
      }),
    );
  });

  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ a: undefined }, { b: undefined }, false],
    [Number.NaN, Number.NaN, true],
    ['1', 1, false],
    [null, {}, false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(isSameValue(one, other)).toBe(same);
  });
});
