/** A file of TrueType as numbers; offsets count from its start. */
export interface TrueType {
  readonly view: DataView;
  /** Offset of each table, by its tag. */
  readonly tables: ReadonlyMap<string, number>;
}

/** Reads where the tables are; nothing where the file is another format, or a collection. */
export function trueType(data: Uint8Array): TrueType | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.byteLength < 12 || view.getUint32(0) !== 0x00010000) return undefined;
  const tables = new Map<string, number>();
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) tables.set(tagAt(view, entry), view.getUint32(entry + 8));
  return { view, tables };
}

export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
}

/** The offset of a table that a font must have. */
export function tableAt({ tables }: TrueType, tag: string): number {
  const at = tables.get(tag);
  if (at === undefined) throw new RangeError(`The font has no table ${tag}`);
  return at;
}

/** Units to the em. */
export function unitsPerEm(font: TrueType): number {
  return font.view.getUint16(tableAt(font, 'head') + 18);
}

/** Advances by glyph, in units of the font; glyphs after the last have its advance. */
export function advancesIn(font: TrueType): (glyph: number) => number {
  const { view } = font;
  const count = view.getUint16(tableAt(font, 'hhea') + 34);
  const at = tableAt(font, 'hmtx');
  return (glyph) => view.getUint16(at + 4 * Math.min(glyph, count - 1));
}

/** Glyphs by code point, 0 for those without one: of the table that has all planes, else of that for the first plane. */
export function glyphsIn(font: TrueType): (codePoint: number) => number {
  const { view } = font;
  const at = tableAt(font, 'cmap');
  const kinds = new Map<string, number>();
  for (let entry = at + 4; entry < at + 4 + 8 * view.getUint16(at + 2); entry += 8) {
    kinds.set(`${view.getUint16(entry)} ${view.getUint16(entry + 2)}`, at + view.getUint32(entry + 4));
  }
  const known = ['3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0'].flatMap((kind) => kinds.get(kind) ?? []);
  const table = known.find((one) => [4, 12].includes(view.getUint16(one)));
  if (table === undefined) throw new RangeError('The font has no table of characters in format 4 or 12');
  return view.getUint16(table) === 12 ? (codePoint) => inGroups(view, table, codePoint) : (codePoint) => inSegments(view, table, codePoint);
}

/** Format 12: groups of code points in order. */
function inGroups(view: DataView, table: number, codePoint: number): number {
  const count = view.getUint32(table + 12);
  const group = (index: number): number => table + 16 + 12 * index;
  const index = firstWhere(count, (one) => view.getUint32(group(one) + 4) >= codePoint);
  if (index === count || view.getUint32(group(index)) > codePoint) return 0;
  return view.getUint32(group(index) + 8) + codePoint - view.getUint32(group(index));
}

/** Format 4: segments of code points in order, each with a shift, or with an offset into a list of glyphs. */
function inSegments(view: DataView, table: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const count = view.getUint16(table + 6) / 2;
  const index = firstWhere(count, (one) => view.getUint16(table + 14 + 2 * one) >= codePoint);
  const start = table + 16 + 2 * count + 2 * index;
  if (index === count || view.getUint16(start) > codePoint) return 0;
  const shift = view.getUint16(start + 2 * count);
  const offset = view.getUint16(start + 4 * count);
  if (offset === 0) return (codePoint + shift) & 0xffff;
  const glyph = view.getUint16(start + 4 * count + offset + 2 * (codePoint - view.getUint16(start)));
  return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
}

/** The first index for which something holds that holds for all after it; `count` where there is none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
