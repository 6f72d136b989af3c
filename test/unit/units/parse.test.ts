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
    ['175B parameters', 'parameters', 175e9],
    ['30.84M GPU hours', 'time', 30.84e6],
    ['1.2 million requests', 'requests', 1.2e6],
    ['3 billion requests', 'requests', 3e9],
    ['7T tokens', 'tokens', 7e12],
    ['7t tokens', 'tokens', 7e12],
    ['1.1k accelerators', 'accelerators', 1100],
    ['2 thousand hours', 'time', 2000],
    ['300 billion FLOP', 'compute', 300e9],
    ['72:30:00', 'time', 72.5],
    ['21-00:00:00', 'time', 504],
    ['1-12:30', 'time', 36.5],
    ['P21D', 'time', 504],
    ['PT72H', 'time', 72],
    ['P3W', 'time', 504],
    ['P1DT12H30M', 'time', 36.5],
    ['3 hours and 26 minutes', 'time', 3 + 26 / 60],
    ['2 days, 3 hours', 'time', 51],
    ['4 GPU-days', 'time', 96],
    ['4032 gpuh', 'time', 4032],
    ['7 TPU hours', 'time', 7],
    ['3 card-weeks', 'time', 504],
    ['3w', 'time', 504],
    ['1w 2d', 'time', 216],
    ['25 metric tons', 'emissions', 25_000],
    ['2 short tons CO2e', 'emissions', 2 * 907.18474],
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
    ['2 months', 'time', 'months'],
    ['3 kWh 4 kWh', 'energy', 'unknown-unit'],
    ['', 'energy', 'not-a-number'],
    ['3', 'time', 'missing-unit'],
    ['72:30', 'time', 'ambiguous-number'],
    ['72:75:00', 'time', 'not-a-number'],
    ['1.234.567', 'time', 'separator'],
    ['25:61:00', 'time', 'not-a-number'],
    ['1-30:00:00', 'time', 'unknown-unit'],
    ['P1M', 'time', 'months'],
    ['P1Y6M', 'time', 'months'],
    ['2 mo', 'time', 'months'],
    ['1 month 3 days', 'time', 'months'],
    ['3 GPU-months', 'time', 'months'],
    ['3 W', 'time', 'wrong-dimension'],
    ['3 w', 'energy', 'wrong-dimension'],
    ['25 tons', 'emissions', 'ambiguous-unit'],
    ['25 ton CO2eq', 'emissions', 'ambiguous-unit'],
    ['2 tons/MWh', 'intensity', 'ambiguous-unit'],
    ['P', 'time', 'not-a-number'],
    ['5 m', 'time', 'ambiguous-number'],
    ['3 M', 'time', 'ambiguous-number'],
    ['30 mn', 'time', 'unknown-unit'],
    ['48 node-hours', 'time', 'node-hours'],
    ['48 CPU hours', 'time', 'unknown-unit'],
    ['3 d 4 gpuh', 'time', 'unknown-unit'],
    ['5 M', 'power', 'unknown-unit'],
    ['5 k', 'energy', 'unknown-unit'],
    ['5 million kWh', 'energy', 'unknown-unit'],
    ['5 B', 'emissions', 'unknown-unit'],
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

  it.each([
    ['175B', 'parameters', 175e9],
    ['30.84M', 'time', 30.84e6],
    ['234k', 'requests', 234_000],
    ['1.2 million', 'requests', 1.2e6],
    ['7T', 'tokens', 7e12],
    ['1.5e3k', 'tokens', 1.5e6],
  ] as const)('%s as %s is %d, where no unit is needed', (text, dimension, expected) => {
    expect(parseQuantity(text, dimension, true)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    '4032 GPU hours',
    '4032 GPU-hours',
    '1 gpuh',
    '2 TPU-days',
    '3 accelerator hours',
    '4 chip-hours',
    '30.84M GPU hours',
  ])('%s is a time of accelerators', (text) => {
    expect(parseQuantity(text, 'time', false)).toMatchObject({ ofAccelerators: true });
  });

  it.each(['72 h', '3 weeks', '72:30:00', 'P3W', '8 GPUs'])('%s is not', (text) => {
    expect(parseQuantity(text, text === '8 GPUs' ? 'accelerators' : 'time', false)).not.toHaveProperty('ofAccelerators');
  });

  it('names both meanings of a number that has two', () => {
    const readings = (text: string): unknown => {
      const parsed = parseQuantity(text, 'time', true);
      return !parsed.ok && parsed.problem.kind === 'ambiguous-number' ? parsed.problem.readings : parsed;
    };
    expect(readings('72:30')).toEqual(['72 h 30 min', '72 min 30 s']);
    expect(readings('5m')).toEqual(['5 min', '5 million h']);
  });

  it('scales a count as its digits would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(['k', 3], ['M', 6], ['B', 9], ['T', 12]), (n, [letter, places]) => {
        const [short, long] = [`${n / 100}${letter}`, `${n / 100}e${places}`].map((text) => parseQuantity(text, 'tokens', true));
        expect(short).toEqual(long);
      }),
    );
  });

  it.each([
    '11h',
    '1 h ',
    '1 ',
    '1.',
    'P1',
    '1e',
    '1-',
    '1:',
    ' ',
  ])('refuses 200,000 of %j before the test times out, which quadratic time would not', (part) => {
    for (const dimension of ['time', 'tokens'] as const) expect(parseQuantity(`${part.repeat(200_000)}!`, dimension, true).ok).toBe(false);
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
