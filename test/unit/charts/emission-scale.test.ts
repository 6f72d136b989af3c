import { describe, expect, it } from 'vitest';
import { emissionScale } from '../../../src/charts/emission-scale.js';
import { formatted } from '../../../src/units/format.js';

describe('emissionScale', () => {
  it.each([5e9, 5e6, 24692, 360, 1, 0.003, 5e-6, 5e-9, 0])('%s kg has a size for the unit in which its figure is written', (value) => {
    const shown = formatted({ value, unit: 'kgCO2e' });
    expect(emissionScale(value).unit).toBe(shown.unit);
    expect(emissionScale(value).of(value)).toBeCloseTo(Number(shown.number), 1);
  });
});
