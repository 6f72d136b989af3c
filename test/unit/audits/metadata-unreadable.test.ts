import { describe, expect, it } from 'vitest';
import { card, placesOf } from './asked.js';

describe('metadata-unreadable', () => {
  it.each([['a key twice', '---\nco2_eq_emissions: 5\nco2_eq_emissions: 6\n---\n\n# A\n']])('finds %s', (_, text) => {
    expect(placesOf('metadata-unreadable', text)).not.toEqual([]);
  });

  it.each([
    ['no claim in it', '---\nlicense: mit\nlicense: mit\n---\n\n# A\n'],
    ['a readable one', card('co2_eq_emissions: 50')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('metadata-unreadable', text)).toEqual([]);
  });
});
