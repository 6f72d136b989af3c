import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addingUp } from '../../../src/units/adding-up.js';
import { coherent } from '../../../src/units/coherent.js';

it('1.45 − 0.8 + 0.3 = 0.95: as whole numbers 2 − 1 + 0 = 1', () => {
  expect(addingUp([1.45, -0.8, 0.3], 0.95, 1)).toEqual({ parts: [2, -1, 0], total: 1 });
});

it('14.25 − 1.75 = 12.5 in tenths: a half goes away from zero on both sides', () => {
  expect(addingUp([14.25, -1.75], 12.5, 0.1)).toEqual({ parts: [143, -18], total: 125 });
});

it('adds up, and no number is off by a whole unit', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), fc.constantFrom(0.1, 1, 100), (numbers, unit) => {
      const { parts, total } = addingUp(
        numbers,
        numbers.reduce((sum, one) => sum + one, 0),
        unit,
      );
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total);
      for (const [n, part] of parts.entries()) expect(Math.abs(part - (numbers[n] ?? 0) / unit)).toBeLessThan(1 + 1e-6);
    }),
  );
});

it('10 h × 400 W × 50 g/kWh = 0.2 kg, and 3.6e15 FLOP ÷ 1e12 FLOP/s = 1 h', () => {
  expect(10 * coherent(400, 'W') * coherent(50, 'gCO2e/kWh')).toBeCloseTo(0.2, 12);
  expect(3.6e15 / coherent(1e12, 'FLOP/s')).toBe(1);
  expect(coherent(5, 'constructor')).toBe(5);
});
