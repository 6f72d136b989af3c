import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('market-alone', () => {
  it.each([['alone', section('The total market-based greenhouse gas emissions were 12 tons CO2eq.')]])('finds %s', (_, text) => {
    expect(placesOf('market-alone', text)).not.toEqual([]);
  });

  it.each([
    ['beside the other', section('Location-based emissions were 11,390 tons CO2eq, and market-based emissions 0 tons CO2eq.')],
    ['no such figure', section('Emissions were 12 tons CO2eq.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('market-alone', text)).toEqual([]);
  });
});
