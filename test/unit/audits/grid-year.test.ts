import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('grid-year', () => {
  it.each([
    ['far from the run', section('The model was trained in March 2024. The grid intensity is that of 2015.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('grid-year', text)).not.toEqual([]);
  });

  it.each([
    ['near it', section('The model was trained between January 2023 and July 2023. The carbon intensity is that of 2021.')],
    ['a year of the data', section('The model was trained in 2024 on texts until 2015, with a carbon intensity of 300 g/kWh.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('grid-year', text)).toEqual([]);
  });
});
