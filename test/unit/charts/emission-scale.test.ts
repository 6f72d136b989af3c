import { describe, expect, it } from 'vitest';
import { emissionScale, requestCount } from '../../../src/charts/emission-scale.js';
import { formatted } from '../../../src/units/format.js';

describe('emissionScale', () => {
  it.each([5e9, 5e6, 24692, 360, 1, 0.003, 5e-6, 5e-9, 0])('%s kg has a size for the unit in which its figure is written', (value) => {
    const shown = formatted({ value, unit: 'kgCO2e' });
    expect(emissionScale(value).unit).toBe(shown.unit);
    expect(emissionScale(value).of(value)).toBeCloseTo(Number(shown.number), 1);
  });
});

describe('requestCount', () => {
  it.each([
    [230768, '230,768 requests'],
    [25.2e6, '25.2 million requests'],
    [999_600, '1.00 million requests'],
    [1.2e9, '1.20 billion requests'],
    [12.4, '12 requests'],
  ])('%s', (requests, text) => {
    expect(requestCount(requests)).toBe(text);
  });
});
