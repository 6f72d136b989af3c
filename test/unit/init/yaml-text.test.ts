import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/init/yaml-text.js';

describe('a number in a manifest of `init`', () => {
  it.each([
    [4.8459699999999994, '4.84597'],
    [13.058472222222221, '13.0584722222'],
    [0.1 + 0.2, '0.3'],
    [1.5e-9, '0.0000000015'],
    [0, '0'],
    [1234567, '1234567'],
  ])('%d is %s', (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  it('has at most 12 significant digits, no exponent, and its value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e20, noNaN: true }), (value) => {
        const text = decimal(value);
        expect(text).toMatch(/^\d+(?:\.\d+)?$/);
        const digits = text.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
        expect(digits.length).toBeLessThanOrEqual(12);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(1e-11 * value);
      }),
    );
  });
});
