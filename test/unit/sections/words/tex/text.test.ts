import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texText } from '../../../../../src/sections/words/tex/text.js';
import { texWords } from '../../../outputs/tex-words.js';

const printed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const characters = [...'abz019 -\'`",.;:?!/\\{}$&#%_^~<>|()[]=+*@é“”‘’'];

describe('text in TeX', () => {
  it('prints as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters) }), (text) => {
        expect(texWords(texText(text, { breaks: true }))).toBe(printed(text));
      }),
      { seed: 17 },
    );
  });

  it('is balanced in braces as BibTeX counts them, with no bare special character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let depth = 0;
        for (const character of texText(text)) {
          depth += character === '{' ? 1 : character === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(texText(text)).not.toMatch(/(?<!\\)[$&#%_]/);
      }),
      { seed: 17 },
    );
  });

  it.each([
    ['CO₂e', 'CO\\textsubscript{2}e'],
    ['50.5\u202ft', '50.5\\,t'],
    ['a--b', 'a-{}-b'],
    ['Żółć Ąę', "\\.{Z}\\'{o}\\l{}\\'{c} \\k{A}\\k{e}"],
  ])('%s', (text, written) => {
    expect(texText(text)).toBe(written);
  });

  it.each([
    ['模型', '[U+6A21 U+578B]'],
    ['αΩ', '\\ensuremath{\\alpha}\\ensuremath{\\Omega}'],
    ['Щука', 'Shchuka'],
    ['ế½ﬁ', 'e1/2fi'],
    ['👨‍👩', '[U+1F468 U+1F469]'],
  ])('%s has a replacement that every font has', (text, replacement) => {
    expect(texText(text, { other: (one) => one.replacement })).toBe(replacement);
  });
});
