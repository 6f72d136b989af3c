import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('power-above-limit', () => {
  it.each([
    ['an SXM power for a PCIe card', section('- **Hardware Type:** A100 PCIe 40GB\n- **Power:** 400 W')],
    ['in prose', section('We assume 400 W for each V100 PCIe.')],
    ['in a table', section('| GPU | Power (W) | Carbon emitted (tCO2eq) |\n|---|---|---|\n| H100 PCIe | 700 | 5 |')],
    ['a processor by its cores', section('- CPU: Intel Core i5-10400\n- CPU power: 390 W')],
    ['by its energy', section('The T4 drew 50 kWh in 100 GPU hours.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('power-above-limit', text)).not.toEqual([]);
  });

  it.each([
    ['its rating', section('- **Hardware Type:** A100 PCIe 40GB\n- **Power:** 250 W')],
    ['a variant that is open', section('- **Hardware Type:** 8 x A100\n- **Power:** 400 W')],
    ['power of a node', section('Each node with 8 A100 PCIe 40GB draws 3.2 kW.')],
    ['of all together', section('- **Hardware Type:** 8 x A100 PCIe 40GB\n- **Total power:** 2000 W')],
    ['a processor', section('- CPU: Intel Core i5-10400\n- CPU power: 65 W')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('power-above-limit', text)).toEqual([]);
  });
});
