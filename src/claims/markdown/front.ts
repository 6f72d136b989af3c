import { readFrontMatter } from '../../card/front-matter.js';
import { InputError } from '../../diagnostics/diagnostic.js';
import type { ReaderRemark } from '../claim.js';

/** A card's front matter: its map, where its YAML begins and where its body does; or why the Hub can't read it. */
export interface Front {
  readonly map?: NonNullable<ReturnType<typeof readFrontMatter>['map']> | undefined;
  readonly start: number;
  readonly end: number;
  readonly remarks?: readonly ReaderRemark[] | undefined;
  readonly name?: string | undefined;
  readonly unreadable?: { readonly message: string; readonly at: { readonly line: number; readonly column: number } } | undefined;
}

/** Front matter as a person sees it, also where the Hub finds no end of it. */
const meantForFrontMatter = /^\s*---[^\S\r\n]*(?:\r\n|\r|\n)[\S\s]*?(?:\r\n|\r|\n)---[^\S\r\n]*(?=[\r\n]|$)/;

/** Reads the front matter. Where the Hub can't read it, the body still begins behind it. */
export function frontOf(text: string): Front {
  try {
    const front = readFrontMatter(text);
    if (front.map === undefined) return { start: front.end, end: front.end };
    const named = front.values['model_name'];
    const remarks = front.remarks.map(({ message, expected = '', line = 1, column = 1 }) => ({ message, expected, at: { line, column } }));
    return { map: front.map, start: front.start, end: front.end, remarks, name: typeof named === 'string' ? named : undefined };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const end = meantForFrontMatter.exec(text)?.[0].length ?? 0;
    const [first] = error.diagnostics;
    const isClaim = /co2_eq_emissions/.test(end === 0 ? text.slice(0, 20_000) : text.slice(0, end));
    if (first === undefined || !isClaim) return { start: end, end };
    return { start: end, end, unreadable: { message: first.message, at: { line: first.line ?? 1, column: first.column ?? 1 } } };
  }
}
