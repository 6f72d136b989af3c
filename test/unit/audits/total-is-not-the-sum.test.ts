import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('total-is-not-the-sum', () => {
  it.each([
    [
      'less than its parts',
      section(
        '| Model | Carbon emitted (tCO2eq) |\n|---|---|\n| Small | 31.22 |\n| Middle | 62.44 |\n| Large | 291.42 |\n| Total | 253.90 |',
      ),
    ],
  ])('finds %s', (_, text) => {
    expect(placesOf('total-is-not-the-sum', text)).not.toEqual([]);
  });

  it.each([
    ['the sum', section('| Model | Carbon emitted (tCO2eq) |\n|---|---|\n| Small | 31.22 |\n| Middle | 62.44 |\n| Total | 93.66 |')],
    [
      'rounded parts',
      section('| Model | Carbon emitted (tCO2eq) |\n|---|---|\n| Small | 107 |\n| Middle | 133 |\n| Tiny | 0.4 |\n| Total | 240 |'),
    ],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('total-is-not-the-sum', text)).toEqual([]);
  });
});
