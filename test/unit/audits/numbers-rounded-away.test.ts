import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('numbers-rounded-away', () => {
  it.each([
    ['three decimals of a kilogram', section('- **Energy Consumed**: 0.001 kWh\n- **Carbon Emitted**: 0.000 kg of CO2')],
    ['an energy', section('- **Energy Consumed**: 0.000 kWh')],
  ])('finds %s', (_, text) => {
    expect(placesOf('numbers-rounded-away', text)).not.toEqual([]);
  });

  it.each([['what is left', section('- **Carbon Emitted**: 0.001 kg of CO2')]])('lets pass: %s', (_, text) => {
    expect(placesOf('numbers-rounded-away', text)).toEqual([]);
  });
});
