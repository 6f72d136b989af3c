import { describe, expect, it } from 'vitest';
import { plainText, sentence } from '../../../src/charts/plain-text.js';
import { listed } from '../../../src/units/listed.js';

describe('plainText', () => {
  it.each([
    ['a new line and a NUL become one space', 'a\n\u0000b', 'a b'],
    ['an override of direction goes, and a mark of direction stays', '\u202ea\u200fb\u202c', 'a\u200fb'],
    ['a lone surrogate is replaced, since XML has no place for it', 'a\ud800b', 'a\ufffdb'],
    ['markup stays as it is', '<b>{{x}}|\\y', '<b>{{x}}|\\y'],
  ])('%s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe('phrases', () => {
  it('a, b and c', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a'])).toBe('a');
    expect(listed([])).toBe('');
  });
  it('starts a sentence with a capital', () => {
    expect(sentence('making the hardware')).toBe('Making the hardware');
  });
});
