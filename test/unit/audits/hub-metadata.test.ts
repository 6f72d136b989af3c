import { describe, expect, it } from 'vitest';
import { card, findingsIn, placesOf } from './asked.js';

describe('hub-metadata', () => {
  it.each([
    ['tags as text', card('tags: carbon'), '3:7'],
    ['a language that is a truth value', card('language:\n- en\n- true'), '5:3'],
    [
      'a result without metrics',
      card('model-index:\n- name: m\n  results:\n  - task: { type: t }\n    dataset: { type: d, name: D }'),
      '6:5',
    ],
    ['a list of data sets with nothing in it', card('datasets:\n- null'), '4:3'],
  ])('finds %s, where it is', (_, text, place) => {
    expect(placesOf('hub-metadata', text)).toEqual([place]);
  });

  it('finds a licence that the Hub does not list, as a warning', () => {
    const [finding] = findingsIn('---\nlicense: Apache 2.0\n---\n\n# M\n').filter(({ id }) => id === 'hub-metadata');
    expect(finding).toMatchObject({ severity: 'warning', line: 2, column: 10 });
    expect(finding?.message).toBe('The Hub may reject this metadata: `license` is `Apache 2.0`, no licence that the Hub lists.');
  });

  it.each([
    ['no front matter', '# A model\n'],
    ['an empty one', '---\n---\n\n# A\n'],
    ['text, lists and data of other keys', card('tags: [a]\nlanguage: en\nwidget:\n- text: 5')],
    ['switched off', card('tags: carbon', '<!-- carboncard-audit hub-metadata: off -->')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('hub-metadata', text)).toEqual([]);
  });
});
