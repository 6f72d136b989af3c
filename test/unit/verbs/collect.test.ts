import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/verbs/collect.js';

const fixture = (name: string): string => `fixtures/trackers/nvidia-smi/${name}`;

describe('collect', () => {
  it('integrates two cards: (300 + 340) ÷ 2 × 60 s and (200 + 220) ÷ 2 × 60 s are 31,800 J', async () => {
    const { measurement } = await collect([fixture('two-cards.csv')], { out: '-', timeZone: 'UTC' });
    expect(measurement.energy).toEqual({ value: 0.00883333333333, unit: 'kWh' });
    expect(measurement.devices.map(({ name, energy }) => [name, energy.value])).toEqual([
      ['gpu 0', 0.00533333333333],
      ['gpu 1', 0.0035],
    ]);
    expect(measurement).toMatchObject({ coverage: 1, samples: 6, mean: { value: 530, unit: 'W' } });
  });
});
