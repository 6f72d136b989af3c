import MiniSearch from 'minisearch';
import { type IndexedSection, options, type SearchIndex } from './terms.js';

/** A page as the build hands it over. */
export interface IndexedPage {
  readonly path: string;
  readonly title: string;
  readonly group: string;
  readonly weight: number;
  readonly sections: readonly { readonly anchor: string; readonly heading: string; readonly text: string; readonly names: string }[];
}

/** The text of the script that has the index. The build calls it: the same pages give the same text. */
export function indexText(pages: readonly IndexedPage[]): string {
  const sections = pages.flatMap((page, number) => page.sections.map((section) => ({ page, number, ...section })));
  const index = new MiniSearch<IndexedSection>(options);
  // The title of a page leads to its beginning, and helps to find its sections.
  for (const [id, { page, anchor, heading, text, names }] of sections.entries()) {
    const [title, of] = anchor === '' ? [page.title, ''] : ['', page.title];
    index.add({ id, title, page: of, heading, text, names });
  }
  const written: SearchIndex = {
    pages: pages.map(({ path, title, group, weight }) => [path, title, group, weight]),
    sections: sections.map(({ number, anchor, heading }) => [number, anchor, heading]),
    terms: JSON.stringify(index),
  };
  return `globalThis.carboncardSearch = ${JSON.stringify(written)};\n`;
}
