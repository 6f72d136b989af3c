import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('zero-not-measured', () => {
  it.each([
    ['a GPU without a counter', section('- GPU energy: 0 kWh\n- CPU energy: 1.2 kWh')],
    ['a last sample', section('- GPU power: 0.0 W\n- Energy consumed: 12.66 kWh')],
    ['no emissions of many hours', section('- **Hours used:** 300\n- **Carbon Emitted:** 0 kg CO2 eq.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('zero-not-measured', text)).not.toEqual([]);
  });

  it.each([
    [
      'a market-based zero',
      section('Location-based emissions were 11,390 tons CO2eq, market-based emissions 0 tons CO2eq, for 39.3M GPU hours.'),
    ],
    ['an energy', section('- GPU energy: 0.2 kWh')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('zero-not-measured', text)).toEqual([]);
  });
});
