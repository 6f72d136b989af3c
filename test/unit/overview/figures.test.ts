import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/overview/figures.js';
import { formatted } from '../../../src/units/format.js';
import { quantity } from '../../../src/units/quantity.js';

const of = (value: number) => figuresOf({ emissions: { unit: 'kgCO2e', value, low: value * 0.9, high: value * 1.1 } });

describe('the figures of a row', () => {
  it.each([
    [0.0085, '8.50 g', '7.65–9.35 g'],
    [25, '25.0 kg', '22.5–27.5 kg'],
    [9_300, '9.30 t', '8.37–10.23 t'],
    [9_300_000, '9.30 kt', '8.37–10.23 kt'],
  ])('%d kg is in a unit of its own', (value, emissions, interval) => {
    expect(of(value)).toMatchObject({ emissions: emissions.replace(' ', '\u202f'), interval: interval.replace(' ', '\u202f') });
  });

  it('have no interval and no energy where there is none', () => {
    expect(figuresOf({ emissions: quantity(3, 'kgCO2e') })).toEqual({ emissions: '3.00\u202fkg' });
  });

  it('have energy in a unit of its own', () => {
    expect(figuresOf({ emissions: quantity(3, 'kgCO2e'), energy: quantity(24_000_000, 'kWh') }).energy).toBe('24.0\u202fGWh');
  });

  it('are rounded as everywhere else, from a microgram to a thousand megatonnes', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 12, noNaN: true }), (power) => {
        const { emissions } = of(10 ** power);
        const quantityOf = { unit: 'kgCO2e', value: 10 ** power, low: 0.9 * 10 ** power, high: 1.1 * 10 ** power } as const;
        expect(`${emissions} CO₂e`).toBe(formatted(quantityOf).text);
        const size = Number(emissions.split('\u202f')[0]?.replaceAll(',', ''));
        expect(size).toBeGreaterThanOrEqual(1);
        expect(size).toBeLessThanOrEqual(1000);
      }),
    );
  });
});
