import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FontFace } from '../../../../src/render/fonts.js';
import { isPlain, type PlainFont, plainFont } from '../../../../src/render/truetype/plain-font.js';
import { readFontLibrary } from '../../../../src/verbs/shared/bundled-fonts.js';

interface Fontkit {
  readonly create: (data: Uint8Array) => {
    readonly unitsPerEm: number;
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
    readonly layout: (text: string) => { readonly advanceWidth: number };
  };
}

interface Pair {
  readonly name: string;
  readonly own: PlainFont;
  readonly other: ReturnType<Fontkit['create']>;
}

let pairs: readonly Pair[] = [];
let faces: readonly FontFace[] = [];

beforeAll(async () => {
  const { create } = (await import('fontkit' as string)) as Fontkit;
  faces = await readFontLibrary().facesFor('');
  pairs = faces.map((face) => {
    const own = plainFont(face.data);
    if (own === undefined) throw new Error(`${face.family} can't be read`);
    return { name: `${face.family} ${face.weight} ${face.style}`, own, other: create(face.data) };
  });
});

/** Plain characters, those of ASCII first. */
const characters = Array.from({ length: 0x2300 }, (_, codePoint) => String.fromCodePoint(codePoint)).filter(isPlain);
const ascii = characters.filter((character) => character < '\u007f');

function widths({ own, other }: Pair, text: string): readonly [number, number] {
  return [own.advance(text), other.layout(text).advanceWidth / other.unitsPerEm];
}

describe('a main face, read here and by fontkit', () => {
  it('has the same characters', () => {
    for (const { name, own, other } of pairs) {
      for (let codePoint = 0; codePoint < 0x20000; codePoint += 1) {
        if (own.has(codePoint) !== other.hasGlyphForCodePoint(codePoint)) expect.fail(`${name}: U+${codePoint.toString(16)}`);
      }
    }
  });

  it('sets every pair of ASCII characters in the same width', () => {
    for (const pair of pairs.slice(0, 2)) {
      for (const text of ascii.flatMap((left) => ascii.map((right) => left + right))) {
        const [own, other] = widths(pair, text);
        if (Math.abs(own - other) > 1e-12) expect.fail(`${pair.name}: ${JSON.stringify(text)} is ${own}, and ${other} by fontkit`);
      }
    }
  });

  it('sets every plain text in the same width', () => {
    // Those that charts are measured with: fontkit fails on the empty glyphs of the others.
    for (const pair of pairs.slice(0, 2)) {
      const set = characters.filter((character) => pair.own.has(character.codePointAt(0) ?? 0));
      const text = fc.array(fc.oneof(fc.constantFrom(...set), fc.constantFrom(...ascii), fc.constant('fi')), { maxLength: 12 });
      fc.assert(
        fc.property(text, (parts) => {
          const [own, other] = widths(pair, parts.join(''));
          expect(own, pair.name).toBeCloseTo(other, 12);
        }),
        { seed: 20261127, numRuns: 500 },
      );
    }
  });

  it('AV is closer than A and V, and fi is one glyph', () => {
    const [pair] = pairs;
    const width = (text: string): number => pair?.own.advance(text) ?? Number.NaN;
    expect(width('AV')).toBeLessThan(width('A') + width('V') - 0.01);
    expect(width('fi')).not.toBeCloseTo(width('f') + width('i'), 3);
  });
});

describe('plainFont', () => {
  it.each(['wOF2', '', 'OTTO', 'ttcf'])('reads no file that begins with %j', (start) => {
    expect(plainFont(new TextEncoder().encode(start.padEnd(start === '' ? 0 : 64)))).toBeUndefined();
  });
});

it.each(['مدل', '中', 'e\u0301', '1\u20442', '🌍', 'Ωμέγα', 'हिन्दी', 'a\u200db'])('%j is not plain', (text) => {
  expect(isPlain(text)).toBe(false);
});
