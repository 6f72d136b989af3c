import { describe, expect, it } from 'vitest';
import { card, placesOf } from './asked.js';

describe('metadata-readers', () => {
  it.each([
    ['blanks behind the closing fence', '---\nco2_eq_emissions: 50\n--- \n\n# A\n', '3:1'],
    ['a line of one tab', '---\nlicense: mit\n\t\nco2_eq_emissions: 50\n---\n\n# A\n', '3:1'],
  ])('finds %s', (_, text, place) => {
    expect(placesOf('metadata-readers', text)).toEqual([place]);
  });

  it.each([
    ['no claim in it', '---\nlicense: mit\n--- \n\n# A\n'],
    ['no blanks', card('co2_eq_emissions: 50')],
    ['a tab in a text', card('co2_eq_emissions: 50\na: |\n  x\n  \t\n  y')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('metadata-readers', text)).toEqual([]);
  });
});

describe('front matter', () => {
  it('of two fences and a third is read by the expression of the Hub', () => {
    expect(placesOf('metadata-number', '---\n---\nlicense: mit\nco2_eq_emissions: 5 kg\n---\n\n# M\n')).toEqual(['4:19']);
  });

  it('with a quoted text that goes on at the margin is read', () => {
    const text = '---\nwidget:\n- text: "one\n\ntwo"\nco2_eq_emissions: 5 kg\n---\n\n# M\n';
    expect(placesOf('metadata-unreadable', text)).toEqual([]);
    expect(placesOf('metadata-number', text)).toEqual(['6:19']);
  });
});
