import { type FontFace, needsGlyph, openFont, subsetFace } from '../fonts.js';
import { base64 } from './base64.js';

/**
 * `@font-face` rules with only the glyphs of a text, each in the first face that has it.
 *
 * @param faces Those of one style and weight, in the order in which a glyph is looked up in them.
 */
export async function embeddedFaces(faces: readonly FontFace[], text: string): Promise<readonly string[]> {
  const rest = new Set(text);
  const joiners = [...rest].filter((c) => !needsGlyph(c)).join('');
  const rules: string[] = [];
  for (const face of faces) {
    const font = await openFont(face);
    const mine = [...rest].filter((c) => needsGlyph(c) && font.has(c.codePointAt(0) ?? 0)).sort();
    if (mine.length === 0) continue;
    for (const character of mine) rest.delete(character);
    rules.push(await fontRule(face, mine, joiners));
  }
  return rules;
}

/** As TrueType: to compress four fonts as woff2 took 0.45 s, longer than to draw the charts, and saved 5 kB of each. */
async function fontRule(face: FontFace, characters: readonly string[], joiners: string): Promise<string> {
  const text = characters.join('') + joiners;
  const known = lastRules.get(face.data);
  if (known?.text === text) return known.rule;
  const rule = await newRule(face, characters, text);
  lastRules.set(face.data, { text, rule });
  return rule;
}

/** The last rule of each face: another page has most often the same characters. */
const lastRules = new WeakMap<Uint8Array, { readonly text: string; readonly rule: string }>();

async function newRule(face: FontFace, characters: readonly string[], text: string): Promise<string> {
  const { data } = await subsetFace(face, text, 'truetype');
  // Slices of one family would hide each other without a range; the main face takes the rest.
  const range = face.unicodeRange === undefined ? '' : `unicode-range:${characters.map(codePointRange).join()};`;
  const slant = face.style === 'italic' ? 'font-style:italic;' : '';
  const source = `url(data:font/ttf;base64,${base64(data)}) format("truetype")`;
  return `@font-face{font-family:"${face.family}";font-weight:${face.weight};${slant}${range}src:${source}}`;
}

function codePointRange(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}
