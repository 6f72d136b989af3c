import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../../src/units/parse.js';
import type { Dimension } from '../../../src/units/quantity.js';

const value = (text: string, dimension: Dimension): number | string => {
  const parsed = parseQuantity(text, dimension, false);
  return parsed.ok ? parsed.value : parsed.problem.kind;
};

describe('parseQuantity', () => {
  it.each([
    ['433 MWh', 'energy', 433_000],
    ['433kwh', 'energy', 433],
    ['3.6 GJ', 'energy', 1000],
    ['57 gCO2e/kWh', 'intensity', 57],
    ['57 g CO₂eq / kWh', 'intensity', 57],
    ['0.415 kg/kWh', 'intensity', 415],
    ['100 kg/MWh', 'intensity', 100],
    ['1000 lb/MWh', 'intensity', 453.59237],
    ['118 d 5 h 41 min', 'time', 118 * 24 + 5 + 41 / 60],
    ['6 years', 'time', 52_560],
    ['3 weeks', 'time', 504],
    ['1082990 GPU-hours', 'time', 1_082_990],
    ['85 %', 'ratio', 0.85],
    ['11.2 tCO2e', 'emissions', 11_200],
    ['2 lb CO2e', 'emissions', 0.90718474],
    ['1.29 L/kWh', 'water intensity', 1.29],
    ['5 m3', 'water', 5000],
  ] as const)('%s as %s is %d', (text, dimension, expected) => {
    expect(value(text, dimension)).toBeCloseTo(expected, 9);
  });

  it.each([
    ['433', 'energy', 'missing-unit'],
    ['433 kW', 'energy', 'wrong-dimension'],
    ['5 mwh', 'energy', 'ambiguous-unit'],
    ['5 bananas', 'energy', 'unknown-unit'],
    ['1,000 kWh', 'energy', 'separator'],
    ['1 000 kWh', 'energy', 'separator'],
    ['a lot', 'energy', 'not-a-number'],
    ['2 months', 'time', 'unknown-unit'],
    ['3 kWh 4 kWh', 'energy', 'unknown-unit'],
    ['', 'energy', 'not-a-number'],
  ] as const)('%s as %s is refused: %s', (text, dimension, problem) => {
    expect(value(text, dimension)).toBe(problem);
  });

  it('says that CO2 without its e was read as CO2e', () => {
    expect(parseQuantity('10 kgCO2', 'emissions', false)).toEqual({ ok: true, value: 10, halfPlace: 0.5, bareCO2: true });
  });

  it.each([
    ['1082990', 'time', 5],
    ['150000', 'time', 5000],
    ['100 h', 'time', 0.5],
    ['1000 h', 'time', 500],
    ['10 days', 'time', 12],
    ['3 weeks', 'time', 84],
    ['72.5 h', 'time', 0.05],
    ['72.0 h', 'time', 0.05],
    ['118 d 5 h 41 min', 'time', 0.5 / 60],
    ['176e9', 'parameters', 0.5e9],
    ['1e+21', 'compute', 0.5e21],
    ['5e-7', 'ratio', 0.5e-7],
    ['85 %', 'ratio', 0.005],
    ['433.2 MWh', 'energy', 50],
    ['0', 'energy', 0.5],
  ] as const)('%s as %s is written to within %d', (text, dimension, expected) => {
    const parsed = parseQuantity(text, dimension, true);
    expect(parsed.ok && parsed.halfPlace).toBeCloseTo(expected, 12);
  });

  it('keeps the written value a whole number of last places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
        const parsed = parseQuantity((digits / 10 ** decimals).toFixed(decimals), 'tokens', true);
        const places = parsed.ok ? parsed.value / (2 * parsed.halfPlace) : Number.NaN;
        expect(Math.abs(places - Math.round(places))).toBeLessThan(1e-6);
      }),
    );
  });

  it('reads any number with any energy unit in proportion, and never throws', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (number) => {
        const kwh = value(`${number} kWh`, 'energy');
        const mwh = value(`${number} MWh`, 'energy');
        expect(typeof kwh === 'number' && typeof mwh === 'number' && Math.abs(mwh - kwh * 1000) <= Math.abs(mwh) * 1e-12).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseQuantity(text, 'energy', true)));
  });
});
