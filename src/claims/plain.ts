import type { Position } from '../diagnostics/diagnostic.js';

/** A mapping of a JSON file, whatever is in it. */
export type Plain = Readonly<Record<string, unknown>>;

/** Keys and numbers that lead to a part of a file. */
export type Path = readonly (string | number)[];

/** Where a part of an assessment is, in the file that is audited. */
export type Locate = (path: Path) => Position;

/** A value as a mapping; an empty one where it is none. */
export function plain(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

/** A value as a list of mappings; an empty one where it is none. */
export function list(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? value.map(plain) : [];
}
