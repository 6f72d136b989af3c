import { beforeAll, describe, expect, it } from 'vitest';
import { advances, balanced, textWidth, wrap } from '../../../src/charts/wrap.js';
import { type OpenFont, openFont } from '../../../src/render/fonts.js';
import { readFontLibrary } from '../../../src/verbs/shared/bundled-fonts.js';

describe('advances', () => {
  let weights: readonly OpenFont[] = [];
  beforeAll(async () => {
    const faces = await readFontLibrary().facesFor('');
    weights = await Promise.all(
      faces.filter(({ family, style }) => family === 'IBM Plex Sans' && style === 'normal').map((face) => openFont(face)),
    );
  });

  it('are at least those of both weights of the font', () => {
    for (const [width, characters] of advances) {
      for (const character of characters) {
        const widest = Math.max(...weights.map((font) => font.advance(character)));
        expect(widest * 1000, character).toBeLessThanOrEqual(width);
        expect(widest * 1000, character).toBeGreaterThan(width - 40);
      }
    }
  });
});

describe('wrap', () => {
  it('ends lines after spaces, and never tears a unit apart', () => {
    expect(wrap('it emitted 3.3\u202fkg CO₂e in all', 120, 12)).toEqual(['it emitted', '3.3\u202fkg CO₂e in all']);
  });

  it('cuts a word that is wider than a line, and keeps every character', () => {
    const lines = wrap('x'.repeat(80), 200, 12);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('x'.repeat(80));
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(200);
  });

  it('ends Chinese between any two characters', () => {
    expect(wrap('多语言语料库', 36, 12)).toEqual(['多语言', '语料库']);
  });

  it('keeps an emoji of several characters whole', () => {
    const family = '👩\u200d👩\u200d👧';
    expect(wrap(family.repeat(3), 50, 12).every((line) => line.replaceAll(family, '') === '')).toBe(true);
  });

  it('shortens what needs more lines than there are', () => {
    expect(wrap('one two three four five six', 40, 12, 2).at(-1)).toMatch(/…$/);
  });

  it('makes the lines of a title about as long as one another', () => {
    expect(balanced('Keeping the machines on and cooled emitted more than half as much as the work itself', 612, 18)).toEqual([
      'Keeping the machines on and cooled emitted',
      'more than half as much as the work itself',
    ]);
  });
});
