import type { Options } from 'minisearch';

/** What the index has of a section of a page. */
export interface IndexedSection {
  readonly id: number;
  /** Of a page, at its beginning. */
  readonly title: string;
  /** Title of the page, in its other sections. */
  readonly page: string;
  readonly heading: string;
  readonly text: string;
  /** Names of the rows of long tables, and keywords. */
  readonly names: string;
}

/** The index as the script file has it: names of pages and sections once, and the terms as the package writes them. */
export interface SearchIndex {
  /** Path from the root of the site, title, title of the group, and how much a page counts beside others. */
  readonly pages: readonly (readonly [path: string, title: string, group: string, weight: number])[];
  /** Number of the page, anchor, and heading; by the id of the section. */
  readonly sections: readonly (readonly [page: number, anchor: string, heading: string])[];
  readonly terms: string;
}

/** A word as the index has it: `CO₂e` is found as `co2e`, and `Zürich` as `zurich`. */
export function termOf(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How the index was made, which whoever reads it needs again. A heading that has the word comes before a text that has it. */
export const options: Options<IndexedSection> = {
  fields: ['title', 'page', 'heading', 'text', 'names'],
  processTerm: (word) => termOf(word) || null,
  searchOptions: {
    boost: { title: 4, page: 0.5, heading: 3, names: 3 },
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    weights: { prefix: 0.5, fuzzy: 0.2 },
    combineWith: 'AND',
  },
};
