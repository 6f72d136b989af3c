import { describe, expect, it } from 'vitest';
import { inUnit } from '../../../src/units/in-unit.js';
import { quantity } from '../../../src/units/quantity.js';
import { orderOfMagnitude, scientific } from '../../../src/units/scientific.js';

describe('powers of ten', () => {
  it.each([
    [689_842, 2, '6.9 × 10⁵'],
    [40, 2, '4.0 × 10¹'],
    [9.96, 2, '1.0 × 10¹'],
    [0.00034, 2, '3.4 × 10⁻⁴'],
    [0, 2, '0.0 × 10⁰'],
    [3.14159e23, 3, '3.14 × 10²³'],
  ])('%s to %s digits is %s', (value, digits, text) => {
    expect(scientific(value, digits)).toBe(text);
  });

  it.each([
    [3.14e23, '10²³'],
    [9.99e24, '10²⁴'],
    [1, '10⁰'],
  ])('%s is of the order of %s', (value, text) => {
    expect(orderOfMagnitude(value)).toBe(text);
  });
});

describe('another unit', () => {
  it('takes the interval along: 689,842 kWh are 689.842 MWh', () => {
    const found = inUnit(quantity(689_842, 'kWh', { low: 500_000, high: 700_000 }), 'energy', 'MWh');
    expect(found).toEqual({ value: 689.842, unit: 'MWh', low: 500, high: 700 });
  });

  it('is one of the dimension', () => {
    expect(inUnit(quantity(36, 'h'), 'time', 'day')).toEqual({ value: 1.5, unit: 'day', low: undefined, high: undefined });
    expect(() => inUnit(quantity(1, 'kWh'), 'energy', 'kg')).toThrow(RangeError);
  });
});
