import { describe, expect, it } from 'vitest';
import { card, placesOf } from './asked.js';

describe('metadata-number', () => {
  it.each([
    ['a unit in the number', card('co2_eq_emissions:\n  emissions: 149200 g')],
    ['an exponent', card('co2_eq_emissions:\n  emissions: 1.2e7')],
    ['a small exponent', card('co2_eq_emissions: 1.2e-05')],
    ['a thousands separator', card('co2_eq_emissions:\n  emissions: "1,234.5"')],
    ['kilograms as text', card('co2_eq_emissions: 12.5 kg')],
    ['a list of one-key maps', card('co2_eq_emissions:\n  - emissions: 5\n  - source: codecarbon')],
    ['no emissions in the mapping', card('co2_eq_emissions:\n  source: codecarbon')],
    ['nothing', card('co2_eq_emissions:')],
    ['less than nothing', card('co2_eq_emissions: -5')],
  ])('finds %s', (_, text) => {
    expect(placesOf('metadata-number', text)).not.toEqual([]);
  });

  it.each([
    ['a plain decimal', card('co2_eq_emissions:\n  emissions: 0.000012')],
    ['a whole number', card('co2_eq_emissions: 149200')],
    ['a number in quotes', card('co2_eq_emissions: "149200"')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('metadata-number', text)).toEqual([]);
  });
});
