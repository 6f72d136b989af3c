import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsIn, section } from './asked.js';

const sizes: Readonly<Record<string, number>> = { g: 1, kg: 1e3, t: 1e6, W: 1e-3, kWh: 1, MWh: 1e3 };

/** The number of a factor in a sentence, with kW, kWh, h and g as units: `4032 h`, `400 W (NVIDIA A100 …)`, `8 x A100`. */
function numberOf(text: string): number {
  const [, digits = '', unit = ''] = /^([\d,.]+)\s*([A-Za-z]*)/.exec(text.trim()) ?? [];
  return Number(digits.replaceAll(',', '')) * (sizes[unit] ?? 1);
}

/** Sentences of a card with a product before `is` and its value behind. */
function productsIn(card: string): readonly (readonly [factors: string, product: string])[] {
  return findingsIn(section(card)).flatMap(({ message }) => {
    const [, factors, product] = /^(.+ × .+) is ([\d.,]+ (?:g|kg|t|kWh)), but /.exec(message) ?? [];
    return factors === undefined || product === undefined ? [] : [[factors, product] as const];
  });
}

describe('the value behind "is"', () => {
  it.each([
    ['- Hours used: 4032\n- Hardware Type: A100\n- Carbon intensity: 119.76 g CO2/kWh\n- Carbon Emitted: 12 kg CO2eq', '193 kg'],
    ['- Hours used: 504\n- Hardware Type: 8 x A100\n- Carbon intensity: 119.76 g CO2/kWh\n- Carbon Emitted: 900 kg CO2eq', '193 kg'],
  ])('is the product, not an end of the range that is allowed: %s', (card, product) => {
    expect(productsIn(card)).toMatchObject([[expect.any(String), product]]);
  });

  it('is the product of what is printed before it', () => {
    const devices = fc.constantFrom('A100', '8 x A100', 'H100 SXM', '4 x V100', '64 x T4');
    const hours = fc.integer({ min: 1, max: 100_000 });
    const label = fc.constantFrom('Hours used', 'GPU hours', 'Wall-clock hours');
    const grid = fc.integer({ min: 20, max: 900 });
    const emitted = fc.double({ min: 0.001, max: 1e7, noNaN: true }).map((kg) => kg.toPrecision(3));
    let seen = 0;
    fc.assert(
      fc.property(devices, label, hours, grid, emitted, (device, name, time, intensity, kg) => {
        const card = `- **Hardware Type:** ${device}\n- **${name}:** ${time}\n- **Carbon intensity:** ${intensity} gCO2/kWh\n- **Carbon Emitted:** ${Number(kg)} kg CO2eq`;
        for (const [factors, product] of productsIn(card)) {
          seen += 1;
          const value = factors.split(' × ').reduce((all, factor) => all * numberOf(factor), 1);
          expect(Math.abs(numberOf(product) / value - 1), `${factors} is ${product}`).toBeLessThan(0.006);
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
