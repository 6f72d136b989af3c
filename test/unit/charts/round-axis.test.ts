import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundAxis } from '../../../src/charts/round-axis.js';

it.each([
  [24.9, 6, [0, 5, 10, 15, 20, 25]],
  [24.9, 4, [0, 10, 20, 30]],
  [0.36, 4, [0, 0.1, 0.2, 0.3, 0.4]],
  [3, 4, [0, 1, 2, 3]],
  [9.99, 4, [0, 5, 10]],
  [0, 4, [0, 1]],
])('of %d in at most %d steps', (largest, maxSteps, ticks) => {
  expect(roundAxis(largest, maxSteps).ticks).toEqual(ticks);
});

it('ends on a tick that no value exceeds, of equal round steps, and less than twice as far as it must', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.integer({ min: 4, max: 8 }), (largest, maxSteps) => {
      const { end, ticks, decimals } = roundAxis(largest, maxSteps);
      expect(end).toBeGreaterThanOrEqual(largest * (1 - 1e-8));
      expect(end).toBeLessThanOrEqual(2 * largest);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBe(end);
      expect(ticks.length - 1).toBeLessThanOrEqual(maxSteps);
      // What is printed is the tick itself.
      for (const tick of ticks) expect(Number(tick.toFixed(decimals))).toBe(tick);
    }),
    { numRuns: 200 },
  );
});
