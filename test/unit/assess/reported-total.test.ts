import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeOf } from '../made.js';

const found = (text: string): readonly string[] =>
  madeOf(text)
    .diagnostics.filter(({ id }) => id.startsWith('reported-total') || id === 'own-total')
    .map(({ severity, id, message }) => `${severity}[${id}] ${message}`.replaceAll('\u202f', ' '));

const llama = (total: string) =>
  `hardware: H100 SXM\naccelerator_hours: 7.0e6\npower: 700 W\npue: 1.1\nsite: { grid: { intensity: 376 g/kWh } }\nreported: ${total}`;
const gpt3 = (energy: string, total: string) =>
  `hardware: V100\naccelerator_hours: 3.5e6\nenergy: ${energy}\nsite: { grid: { intensity: 429 g/kWh } }\nreported: ${total}`;

describe('a total that authors report', () => {
  it('157 times off is a warning that says nothing of a log: 7.0 M h × 700 W × 1.1 × 376 g = 2,027 t', () => {
    const [only, ...others] = found(llama('12.9 t'));
    expect(only).toBe(
      'warning[reported-total] The reported total is 12.9 t CO₂e, but the inputs give 2.03 kt CO₂e: they differ by a factor of 157.',
    );
    expect(others).toEqual([]);
    expect(JSON.stringify(madeOf(llama('12.9 t')).diagnostics.find(({ id }) => id === 'reported-total'))).not.toMatch(/\blog\b/);
  });

  it('within 3 % is nothing to report', () => {
    expect(found(llama('2040 t'))).toEqual([]);
    expect(found(llama('1980 t'))).toEqual([]);
  });

  it.each([
    [
      '1842 t',
      'note[reported-total] The reported total is 1.84 kt CO₂e, but the inputs give 2.03 kt CO₂e. The difference fits the PUE on one side only.',
    ],
    [
      '2.027 t',
      'warning[reported-total] The reported total is 2.03 t CO₂e, but the inputs give 2.03 kt CO₂e: they differ by a factor of 1,000. The difference fits a unit that is a thousand times larger or smaller (g, kg, t).',
    ],
    [
      '553 t',
      'warning[reported-total] The reported total is 553 t CO₂e, but the inputs give 2.03 kt CO₂e: they differ by a factor of 3.66. The difference fits carbon in place of CO₂.',
    ],
    ['2300 t', 'note[reported-total] The reported total is 2.30 kt CO₂e, but the inputs give 2.03 kt CO₂e.'],
  ])('of %s names its slip', (total, message) => {
    expect(found(llama(total))).toEqual([message]);
  });

  it('that is energy × intensity while the boundary is not stated asks for the boundary', () => {
    expect(found(gpt3('1287 MWh', '552.1 t'))).toEqual([
      'note[reported-total-boundary] The reported total of 552 t CO₂e is 1.29 GWh × grid intensity, as if the energy included the PUE.',
    ]);
    expect(found(gpt3('{ value: 1287 MWh, boundary: facility }', '552.1 t'))).toEqual([]);
  });

  it('with defaults in play is questioned outside the interval at every boundary alone', () => {
    const assumed = (total: string) =>
      `hardware: 8 x A100 SXM\nduration: 1000 h\nsite: { grid: { intensity: 400 g/kWh } }\nreported: ${total}`;
    // 8,000 h × 400 W × 0.8 × 400 g = 1,024 kg for the accelerators.
    for (const total of ['1024 kg', '1300 kg', '1600 kg'])
      expect(found(assumed(total))).toMatchObject([expect.stringMatching(/^note\[reported-total-agrees\] /)]);
    expect(found(assumed('102 kg'))).toMatchObject([expect.stringMatching(/^warning\[reported-total\] .* by a factor of /)]);
  });

  it.each([
    ['178 kg', 'The reported total of 178 kg CO₂e agrees with the accelerators: 179 kg CO₂e.'],
    ['0.2 t', 'The reported total of 200 kg CO₂e agrees with accelerators × PUE: 196 kg CO₂e.'],
    ['130 kg', 'The reported total of 130 kg CO₂e lies in the interval of the accelerators: 179 kg CO₂e.'],
  ])('of %s with defaults in play says what it agrees with', (total, message) => {
    const text = `hardware: 8 x A100 SXM\nduration: 504 h\npue: 1.1\nsite: { grid: { intensity: 147.6 g/kWh } }\nreported: ${total}`;
    expect(found(text)).toEqual([`note[reported-total-agrees] ${message}`]);
  });

  it('that is market-based agrees: 1,000 kWh × 20 g/kWh = 20 kg, location-based 400 kg', () => {
    const market = (total: string) =>
      `energy: { value: 1000 kWh, boundary: facility }\nsite: { grid: { intensity: 400 g/kWh, market: { value: 20 g/kWh, cite: contract } } }\nreported: ${total}`;
    expect(found(market('20 kg'))).toEqual([]);
    expect(found(market('400 kg'))).toEqual([]);
    expect(found(market('90 kg'))).toMatchObject([expect.stringMatching(/^warning\[reported-total\] .* by a factor of 4\.44/)]);
  });

  it('that is rounded to any number of digits agrees', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.06, max: 0.94, noNaN: true }), fc.integer({ min: 1, max: 6 }), (tonnes, digits) => {
        const energy = `energy: { value: ${tonnes * 1000} kWh, boundary: facility }`;
        const text = `${energy}\nsite: { grid: { intensity: 1000 g/kWh } }\nreported: ${tonnes.toFixed(digits)} t`;
        expect(found(text)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('that a tool logged keeps its wording', () => {
    const logged = gpt3('{ value: 1287 MWh, boundary: node }', '{ value: 500 t, cite: "CodeCarbon 2.3.1, emissions.csv, line 2" }');
    expect(found(logged)).toMatchObject([expect.stringMatching(/^note\[own-total\] The tool that logged the electricity reported 500 t/)]);
  });
});
