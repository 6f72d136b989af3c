import { describe, expect, it } from 'vitest';
import { card, placesOf, section } from './asked.js';

describe('world-average', () => {
  it.each([
    ['475 in the metadata', card('co2_eq_emissions:\n  emissions: 4750\n  geographical_location: India\n  energy_consumed: 10.0')],
    ['475 in India', section('- **Energy consumed:** 1,000.0 kWh\n- **Country:** India\n- **Carbon Emitted:** 475.0 kg CO2 eq.')],
    ['481 in Sweden', section('- **Location:** Sweden\n- **Carbon intensity:** 481 gCO2/kWh')],
    ['475 in a sentence, with a round energy', section('We trained in India using 100 kWh of electricity, which emitted 47.5 kg CO2eq.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('world-average', text)).not.toEqual([]);
  });

  it.each([
    ['its own', section('- **Energy consumed:** 1,000.0 kWh\n- **Country:** India\n- **Carbon Emitted:** 713.0 kg CO2 eq.')],
    ['a country near it', section('- **Country:** Germany\n- **Carbon intensity:** 475 gCO2/kWh')],
    ['what rounding made', section('We trained in Germany using 10 kWh of electricity, which emitted 4.75 kg CO2eq.')],
    [
      'few digits, with embodied emissions',
      section('We trained in India using 12 kWh, which emitted 5.7 kg CO2eq, embodied emissions included.'),
    ],
    ['no place', section('- **Carbon intensity:** 475 gCO2/kWh')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('world-average', text)).toEqual([]);
  });
});
