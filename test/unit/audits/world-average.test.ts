import { describe, expect, it } from 'vitest';
import { card, placesOf, section } from './asked.js';

describe('world-average', () => {
  it.each([
    ['475 in the metadata', card('co2_eq_emissions:\n  emissions: 4750\n  geographical_location: India\n  energy_consumed: 10.0')],
    ['475 in India', section('- **Energy consumed:** 1,000.0 kWh\n- **Country:** India\n- **Carbon Emitted:** 475.0 kg CO2 eq.')],
    ['481 in Sweden', section('- **Location:** Sweden\n- **Carbon intensity:** 481 gCO2/kWh')],
  ])('finds %s', (_, text) => {
    expect(placesOf('world-average', text)).not.toEqual([]);
  });

  it.each([
    ['its own', section('- **Energy consumed:** 1,000.0 kWh\n- **Country:** India\n- **Carbon Emitted:** 713.0 kg CO2 eq.')],
    ['a country near it', section('- **Country:** Germany\n- **Carbon intensity:** 475 gCO2/kWh')],
    ['no place', section('- **Carbon intensity:** 475 gCO2/kWh')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('world-average', text)).toEqual([]);
  });
});
