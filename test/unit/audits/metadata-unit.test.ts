import { describe, expect, it } from 'vitest';
import { card, placesOf } from './asked.js';

describe('metadata-unit', () => {
  it.each([
    ['the digits of the kilograms', card('co2_eq_emissions: 0.06', 'Training emitted 0.06 KgCO2.')],
    ['tonnes', card('co2_eq_emissions:\n  emissions: 539', 'Total emissions were 539 tCO2eq.')],
    ['pounds', card('co2_eq_emissions: 626155', 'Training emitted 626,155 lbs of CO2.')],
    [
      'less than hours, power and any grid give',
      card('co2_eq_emissions:\n  emissions: 0.9\n  source: codecarbon', '- **Hardware Type:** T4\n- **Hours used:** 30'),
    ],
    ['less than its energy gives', card('co2_eq_emissions:\n  emissions: 0.0334\n  energy_consumed: 0.08')],
    ['too little for pre-training', card('co2_eq_emissions:\n  emissions: 0.5\n  training_type: pre-training')],
  ])('finds %s', (_, text) => {
    expect(placesOf('metadata-unit', text)).not.toEqual([]);
  });

  it.each([
    ['grams of a short run', card('co2_eq_emissions: 0.0334')],
    ['the same in kilograms', card('co2_eq_emissions: 5600', '- **Emissions:** 5.6 KgCO2 (Germany)')],
    ['grams beside grams', card('co2_eq_emissions: 7.300283563922049', '- CO2 Emissions (in grams): 7.3003')],
    ['a V100 for a day', card('co2_eq_emissions:\n  emissions: 2930\n  hardware_used: 1 v100 GPU')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('metadata-unit', text)).toEqual([]);
  });
});
