import { describe, expect, it } from 'vitest';
import { inRange, openFont, slicesIn, subsetFace } from '../../../src/render/fonts.js';
import { readFontLibrary } from '../../../src/verbs/shared/bundled-fonts.js';

const fonts = readFontLibrary();

async function extraFamilies(text: string): Promise<readonly string[]> {
  const faces = await fonts.facesFor(text);
  return [...new Set(faces.map(({ family }) => family))].filter((family) => !family.startsWith('IBM Plex'));
}

describe('facesFor', () => {
  it('gives the main faces always: text in two weights, upright and italic, and one for code', async () => {
    const faces = await fonts.facesFor('');
    expect(faces.map(({ family, weight, style }) => `${family} ${weight} ${style}`)).toEqual([
      'IBM Plex Sans 400 normal',
      'IBM Plex Sans 600 normal',
      'IBM Plex Sans 400 italic',
      'IBM Plex Sans 600 italic',
      'IBM Plex Mono 400 normal',
    ]);
  });

  it.each([
    ['every sign that our reports set, thin spaces included', '₂−\u2009\u202f\u00a0–—×÷µ≈≤≥·…→°±“”‘’', []],
    ['Western and Cyrillic names', 'Łukasz Ñandú Жанна', []],
    ['Greek', 'Ωμέγα ἀρχή', ['Noto Sans']],
    ['Devanagari', 'हिन्दी', ['Noto Sans']],
    ['Arabic and Persian', 'مدل بزرگ', ['Noto Sans Arabic']],
    ['Chinese', '大语言模型', ['Noto Sans SC']],
    ['an emoji with joiner and selector', '👩‍💻❤️', ['Noto Emoji']],
  ])('%s', async (_, text, families) => {
    expect(await extraFamilies(text)).toEqual(families);
    expect(await fonts.missingFrom(text)).toEqual([]);
  });

  it('gives slices in both weights, and the same list whatever the order of the characters', async () => {
    const [forwards, backwards] = await Promise.all([fonts.facesFor('大的α'), readFontLibrary().facesFor('α的大')]);
    const names = forwards.slice(5).map(({ family, weight, unicodeRange }) => `${family} ${weight} ${unicodeRange?.length}`);
    expect(names).toEqual(backwards.slice(5).map(({ family, weight, unicodeRange }) => `${family} ${weight} ${unicodeRange?.length}`));
    expect(forwards.filter(({ weight }) => weight === 600).length - 2).toBe(forwards.slice(5).length / 2);
  });
});

describe('missingFrom', () => {
  it('lists what no font has, each once, in order, and no control or format character', async () => {
    expect(await fonts.missingFrom('a𓀀b\u0000\u200d\u202e\ufe0f\u2028𐎀𓀀')).toEqual(['𓀀', '𐎀']);
  });
});

describe('a style sheet', () => {
  it('gives family, range and file of each slice', () => {
    const css =
      "@font-face {\n  font-family: 'Noto Sans';\n  src: url(./files/a.woff2) format('woff2'), url(./files/a.woff);\n  unicode-range: U+0301,U+0400-045F;\n}";
    expect(slicesIn(css)).toEqual([{ family: 'Noto Sans', unicodeRange: 'U+0301,U+0400-045F', file: 'files/a.woff2' }]);
  });
  it('U+0301,U+0400-045F has both ends', () => {
    expect([0x300, 0x301, 0x400, 0x45f, 0x460].map((c) => inRange(c, 'U+0301,U+0400-045F'))).toEqual([false, true, true, true, false]);
  });
});

describe('subsetFace', () => {
  it('keeps the glyphs of the text, and gives the same bytes twice', async () => {
    const [face] = await fonts.facesFor('');
    if (face === undefined) throw new Error('no face');
    const subset = await subsetFace(face, 'CO₂e', 'woff2');
    const font = await openFont(subset);
    expect(['₂', 'x'].map((c) => font.has(c.codePointAt(0) ?? 0))).toEqual([true, false]);
    expect((await subsetFace(face, 'CO₂e', 'woff2')).data).toEqual(subset.data);
    expect(subset.data.length).toBeLessThan(4000);
  });
});

describe('advance', () => {
  it('is the width of the letter where a mark has no anchor on it, which fontkit does not survive', async () => {
    const faces = await fonts.facesFor('ي\u0615');
    const arabic = faces.find(({ family }) => family === 'Noto Sans Arabic');
    if (arabic === undefined) throw new Error('no Arabic face');
    const font = await openFont(arabic);
    expect(font.advance('ي\u0615')).toBeGreaterThan(0.3);
    expect(font.advance('ي\u0615')).toBeLessThan(1.5);
  });
});
