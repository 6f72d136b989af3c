import { firstWhere, type TrueType, tagAt } from './tables.js';

/** A lookup of GSUB or GPOS: its type, and the offsets of its subtables. */
export interface Lookup {
  readonly type: number;
  readonly subtables: readonly number[];
}

/** Lookups of another table, which the table names by a type of its own. */
const extensionTypes: Readonly<Record<string, number>> = { GSUB: 7, GPOS: 9 };

/**
 * The lookups of a feature for a script, in the order in which they apply, in the script's default language.
 *
 * @param table `GSUB` or `GPOS`; without it there are none.
 * @param script `latn`; where the font has rules for none, or not for it, `DFLT`.
 */
export function lookupsOf({ view, tables }: TrueType, table: 'GSUB' | 'GPOS', script: string, feature: string): readonly Lookup[] {
  const at = tables.get(table);
  if (at === undefined) return [];
  const [scripts, features, lookups] = [4, 6, 8].map((field) => at + view.getUint16(at + field)) as [number, number, number];
  const known = tagged(view, scripts);
  const chosen = known.get(script) ?? known.get('DFLT');
  const language = chosen === undefined ? 0 : view.getUint16(chosen);
  if (chosen === undefined || language === 0) return [];
  const indices = new Set<number>();
  for (const one of numbers(view, chosen + language + 4)) {
    const entry = features + 2 + 6 * one;
    if (tagAt(view, entry) !== feature) continue;
    for (const lookup of numbers(view, features + view.getUint16(entry + 4) + 2)) indices.add(lookup);
  }
  return [...indices].sort((a, b) => a - b).map((index) => lookupAt(view, lookups + view.getUint16(lookups + 2 + 2 * index), table));
}

function lookupAt(view: DataView, at: number, table: string): Lookup {
  const type = view.getUint16(at);
  const subtables = numbers(view, at + 4).map((offset) => at + offset);
  const [first] = subtables;
  if (type !== extensionTypes[table] || first === undefined) return { type, subtables };
  return { type: view.getUint16(first + 2), subtables: subtables.map((one) => one + view.getUint32(one + 4)) };
}

/** Offsets by tag, of a list of tags and offsets. */
function tagged(view: DataView, at: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let entry = at + 2; entry < at + 2 + 6 * view.getUint16(at); entry += 6)
    found.set(tagAt(view, entry), at + view.getUint16(entry + 4));
  return found;
}

/** A list of numbers with its length before it. */
export function numbers(view: DataView, at: number): readonly number[] {
  return Array.from({ length: view.getUint16(at) }, (_, index) => view.getUint16(at + 2 + 2 * index));
}

/** The place of a glyph among those that a subtable is about; nothing where it is not. */
export function coverageIndex(view: DataView, at: number, glyph: number): number | undefined {
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) === 1) {
    const index = firstWhere(count, (one) => view.getUint16(at + 4 + 2 * one) >= glyph);
    return index < count && view.getUint16(at + 4 + 2 * index) === glyph ? index : undefined;
  }
  const range = rangeOf(view, at + 4, count, glyph);
  return range === undefined ? undefined : view.getUint16(range + 4) + glyph - view.getUint16(range);
}

/** The class of a glyph; 0 where it has none. */
export function classOf(view: DataView, at: number, glyph: number): number {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2);
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + 2 * index) : 0;
  }
  const range = rangeOf(view, at + 4, view.getUint16(at + 2), glyph);
  return range === undefined ? 0 : view.getUint16(range + 4);
}

/** The record of first glyph, last glyph and a number that a glyph is in. */
function rangeOf(view: DataView, at: number, count: number, glyph: number): number | undefined {
  const index = firstWhere(count, (one) => view.getUint16(at + 6 * one + 2) >= glyph);
  return index < count && view.getUint16(at + 6 * index) <= glyph ? at + 6 * index : undefined;
}
