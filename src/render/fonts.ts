import { isPlain, type PlainFont, plainFont } from './truetype/plain-font.js';

/** One font file, and its descriptors in a style sheet. */
export interface FontFace {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly style: 'normal' | 'italic';
  readonly format: 'truetype' | 'woff2';
  /** CSS unicode-range; absent where the face is the main one and takes whatever it has. */
  readonly unicodeRange?: string | undefined;
  readonly data: Uint8Array;
  /** Where it lies, as TrueType; absent for a face that was cut or converted. */
  readonly file?: string | undefined;
  /** Cuts the face to the glyphs of a text; whoever has read the face knows with what. */
  readonly subset?: Subset | undefined;
}

/** Cuts a font to the glyphs of a text. The same font, text and options give the same bytes. */
export type Subset = (font: Uint8Array, text: string, options: SubsetOptions) => Promise<Uint8Array>;

/** In the words of the package subset-font. */
export interface SubsetOptions {
  readonly targetFormat: FontFace['format'];
  /** Features of OpenType that stay. */
  readonly keepFeatures: readonly string[];
  /** Names of the font that stay, by their numbers. */
  readonly preserveNameIds: readonly number[];
  readonly noHinting: boolean;
}

/** The fonts that a report may use; only these, never the machine's. */
export interface FontLibrary {
  /** The faces that a text needs: the main families always, others where the text has their characters. */
  readonly facesFor: (text: string) => Promise<readonly FontFace[]>;
  /** Characters for which no font has a glyph, each once, in order. */
  readonly missingFrom: (text: string) => Promise<readonly string[]>;
}

/** A face that is not read yet. */
export interface FontSource extends Omit<FontFace, 'data'> {
  readonly load: () => Promise<Uint8Array>;
}

/** A face whose glyphs can be asked for and measured. */
export interface OpenFont {
  readonly has: (codePoint: number) => boolean;
  /** Width of a text as set, kerning and joining included, for a size of 1. */
  readonly advance: (text: string) => number;
}

/** Families in the order in which a glyph is looked up in them; the value of every `font-family`. */
export const textFamilies = ['IBM Plex Sans', 'Noto Sans', 'Noto Sans Arabic', 'Noto Emoji', 'Noto Sans SC'] as const;

/** Characters that have no glyph of their own: controls, joiners, variation selectors, direction marks, line and paragraph separators. */
const withoutGlyph = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a character needs a glyph. */
export function needsGlyph(character: string): boolean {
  return !withoutGlyph.test(character);
}

/**
 * A library of main faces and of slices that are loaded when a text has a character that the main text face has not.
 * A slice's unicode-range lists only what it may have; the file itself shows whether it has it.
 */
export function fontLibrary(main: readonly FontSource[], readSlices: () => Promise<readonly FontSource[]>): FontLibrary {
  const loaded = new Map<FontSource, Promise<FontFace>>();
  let slices: Promise<readonly FontSource[]> | undefined;

  function allSlices(): Promise<readonly FontSource[]> {
    slices ??= readSlices();
    return slices;
  }

  function faceOf(source: FontSource): Promise<FontFace> {
    const known = loaded.get(source) ?? read(source);
    loaded.set(source, known);
    return known;
  }

  async function textFace(): Promise<OpenFont> {
    const first = main[0];
    if (first === undefined) throw new RangeError('A font library needs a main face');
    return openFont(await faceOf(first));
  }

  async function sliceOf(codePoint: number): Promise<FontSource | undefined> {
    for (const source of await allSlices()) {
      if (source.weight !== 400 || !inRange(codePoint, source.unicodeRange)) continue;
      if ((await openFont(await faceOf(source))).has(codePoint)) return source;
    }
    return undefined;
  }

  async function search(text: string): Promise<{ used: readonly FontSource[]; missing: readonly string[] }> {
    const used = new Set<FontSource>();
    const missing: string[] = [];
    const face = await textFace();
    for (const character of new Set(text)) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (!needsGlyph(character) || face.has(codePoint)) continue;
      const slice = await sliceOf(codePoint);
      if (slice === undefined) missing.push(character);
      else used.add(slice);
    }
    return { used: [...used], missing };
  }

  return {
    facesFor: async (text) => {
      const { used } = await search(text);
      // In the order of the index, not of the text, so that two texts with the same scripts get the same list.
      const chosen =
        used.length === 0
          ? []
          : (await allSlices()).filter((s) => used.some((u) => u.family === s.family && u.unicodeRange === s.unicodeRange));
      return Promise.all([...main, ...chosen].map(faceOf));
    },
    missingFrom: async (text) => (await search(text)).missing,
  };
}

async function read({ load, ...face }: FontSource): Promise<FontFace> {
  return { ...face, data: await load() };
}

/** The slices in a fontsource style sheet, as it names them. */
export function slicesIn(css: string): readonly { readonly family: string; readonly unicodeRange: string; readonly file: string }[] {
  return css.split('@font-face').flatMap((rule) => {
    const family = /font-family: '([^']+)'/.exec(rule)?.[1];
    const unicodeRange = /unicode-range: ([^;]+);/.exec(rule)?.[1];
    const file = /url\(\.\/([^)]+\.woff2)\)/.exec(rule)?.[1];
    return family === undefined || unicodeRange === undefined || file === undefined ? [] : [{ family, unicodeRange, file }];
  });
}

/** Whether a CSS unicode-range has a character: `U+0301,U+0400-045F`. Without a range a face takes all that it has. */
export function inRange(codePoint: number, unicodeRange: string | undefined): boolean {
  if (unicodeRange === undefined) return true;
  return unicodeRange.split(',').some((part) => {
    const [low = '', high = low] = part.trim().slice(2).split('-');
    return codePoint >= Number.parseInt(low, 16) && codePoint <= Number.parseInt(high, 16);
  });
}

/** The part of fontkit that is used here; it ships no types. */
interface Fontkit {
  readonly create: (data: Uint8Array) => {
    readonly unitsPerEm: number;
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
    readonly layout: (text: string) => { readonly advanceWidth: number };
    readonly glyphForCodePoint: (codePoint: number) => { readonly advanceWidth: number };
  };
}

const opened = new WeakMap<Uint8Array, Promise<OpenFont>>();
const plainFonts = new WeakMap<Uint8Array, PlainFont | undefined>();

/**
 * A face parsed, once per file.
 *
 * @param text What is to be measured; absent where only glyphs are asked for. Plain text in TrueType is measured here, all else by fontkit.
 */
export async function openFont(face: FontFace, text = ''): Promise<OpenFont> {
  const plain = isPlain(text) ? plainOf(face) : undefined;
  if (plain !== undefined) return plain;
  const known = opened.get(face.data) ?? parse(face.data);
  opened.set(face.data, known);
  return known;
}

function plainOf({ format, data }: FontFace): PlainFont | undefined {
  if (format !== 'truetype') return undefined;
  if (!plainFonts.has(data)) plainFonts.set(data, plainFont(data));
  return plainFonts.get(data);
}

/** fontkit is loaded here and not before: it costs more than a cheap command may. */
async function parse(data: Uint8Array): Promise<OpenFont> {
  const { create } = (await import('fontkit' as string)) as Fontkit;
  const font = create(data);
  const advance = (text: string): number => {
    try {
      return font.layout(text).advanceWidth;
    } catch {
      // fontkit fails on marks that have no anchor on the letter before them: without kerning they have a width all the same.
      return [...text].reduce((width, character) => width + font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth, 0);
    }
  };
  return { has: (codePoint) => font.hasGlyphForCodePoint(codePoint), advance: (text) => advance(text) / font.unitsPerEm };
}

/** A face with the glyphs of a text only. Keeps the family's names, by which resvg finds a face, and the features that browsers apply unasked. */
export async function subsetFace(face: FontFace, text: string, format: FontFace['format']): Promise<FontFace> {
  const { subset, data: whole } = face;
  if (subset === undefined) throw new TypeError(`Nothing cuts ${face.family}`);
  const options = { targetFormat: format, keepFeatures: defaultFeatures, preserveNameIds: [1, 2, 3, 4, 5, 6, 16, 17], noHinting: true };
  return { ...face, format, data: await subset(whole, text, options), file: undefined };
}

const defaultFeatures = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'isol', 'init', 'medi', 'fina', 'abvm', 'blwm'];
