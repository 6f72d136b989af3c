import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapley } from '../../../../src/explain/history/shapley.js';

/** The product of values, each before or after. */
const productOf =
  (pairs: readonly (readonly [number, number])[]) =>
  (has: (change: number) => boolean): number =>
    pairs.reduce((all, [before, now], n) => all * (has(n) ? now : before), 1);

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);
const pair = fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }));

describe('the Shapley value', () => {
  it('2 × 4 → 3 × 5: 4.5 of 7 are of the first, (3 − 2) × (4 + 5) ÷ 2, and 2.5 of the second', () => {
    expect(
      shapley(
        2,
        productOf([
          [2, 3],
          [4, 5],
        ]),
      ),
    ).toEqual([4.5, 2.5]);
  });

  it('100 kWh × 50 g → 200 kWh × 25 g: nothing changed, +75 × 50 and −75 × 50', () => {
    expect(
      shapley(
        2,
        productOf([
          [100, 200],
          [50, 25],
        ]),
      ),
    ).toEqual([3750, -3750]);
  });

  it('is the same where the order is another one, and where zero is one of the values', () => {
    const [a, b, c] = shapley(
      3,
      productOf([
        [0, 3],
        [4, 5],
        [2, 0],
      ]),
    );
    expect(
      shapley(
        3,
        productOf([
          [2, 0],
          [0, 3],
          [4, 5],
        ]),
      ),
    ).toEqual([c, a, b]);
  });

  it('adds up to the difference, with few changes and with many', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 14 }), (pairs) => {
        const result = productOf(pairs);
        const whole = result(() => true) - result(() => false);
        const scale = pairs.reduce((all, [before, now]) => all * Math.max(before, now, 1), 1);
        expect(Math.abs(sum(shapley(pairs.length, result)) - whole)).toBeLessThanOrEqual(1e-9 * scale);
      }),
    );
  });

  it('of the way back has the opposite parts', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const there = shapley(pairs.length, productOf(pairs));
        const back = shapley(pairs.length, productOf(pairs.map(([before, now]) => [now, before])));
        const scale = pairs.reduce((all, [before, now]) => all * Math.max(before, now, 1), 1);
        expect(there.every((part, n) => Math.abs(part + (back[n] ?? Number.NaN)) <= 1e-9 * scale)).toBe(true);
      }),
    );
  });

  it('gives a change without an effect nothing', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 12 }), (pairs) => {
        const count = pairs.length + 1;
        expect(shapley(count, productOf(pairs)).at(-1)).toBe(0);
      }),
    );
  });

  it('of more than 10 changes that act in pairs is the exact one', () => {
    const values = Array.from({ length: 12 }, (_, n) => [n + 1, 2 * n + 3] as const);
    const result = (has: (change: number) => boolean): number => {
      const valueAt = (n: number): number => values[n]?.[has(n) ? 1 : 0] ?? 0;
      return values.reduce((all, _, n) => (n === 0 ? all : all + valueAt(n) * valueAt(0)), 0);
    };
    const parts = shapley(12, result);
    // Of each pair x × y, half of the interaction belongs to each.
    expect(parts[5]).toBeCloseTo((13 - 6) * ((1 + 3) / 2), 9);
    expect(sum(parts)).toBeCloseTo(result(() => true) - result(() => false), 9);
  });
});
