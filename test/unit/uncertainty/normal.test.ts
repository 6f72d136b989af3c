import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, normalQuantile } from '../../../src/uncertainty/normal.js';

describe('exp and log', () => {
  it('lie within 1e-12 of the engine’s, relative', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(1e-12 * Math.abs(Math.log(x)));
      }),
      { numRuns: 2000 },
    );
  });

  it('end where numbers end', () => {
    expect([exp(0), exp(1000), exp(Infinity), exp(-1000), exp(-Infinity)]).toEqual([1, Infinity, Infinity, 0, 0]);
    expect([log(1), log(0), log(Infinity), log(-1), exp(Number.NaN)]).toEqual([0, -Infinity, Infinity, Number.NaN, Number.NaN]);
    expect(exp(700) / Math.exp(700)).toBeCloseTo(1, 12);
    expect(exp(-700) / Math.exp(-700)).toBeCloseTo(1, 12);
    expect(log(5e-324)).toBeCloseTo(Math.log(5e-324), 9);
  });
});

it('quantiles of the normal distribution, as tables have them', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 8);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 8);
});
