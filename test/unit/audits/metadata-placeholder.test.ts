import { describe, expect, it } from 'vitest';
import { card, placesOf } from './asked.js';

describe('metadata-placeholder', () => {
  it.each([
    ['a one', card('co2_eq_emissions: 1')],
    ['a zero', card('co2_eq_emissions:\n  emissions: 0')],
    ['words of the template', card('co2_eq_emissions:\n  emissions: "[More Information Needed]"')],
  ])('finds %s', (_, text) => {
    expect(placesOf('metadata-placeholder', text)).not.toEqual([]);
  });

  it.each([
    ['one gram that the text has too', card('co2_eq_emissions: 1', 'Emissions: 1 g CO2eq')],
    ['a small figure', card('co2_eq_emissions: 1.5')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('metadata-placeholder', text)).toEqual([]);
  });
});
