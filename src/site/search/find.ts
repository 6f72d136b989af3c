import MiniSearch from 'minisearch';
import { type IndexedSection, options, type SearchIndex } from './terms.js';

/** A section that has the words. */
export interface Found {
  /** From the root of the site, with the anchor of the section. */
  readonly path: string;
  readonly title: string;
  /** Where it is: the page of a section, and the group. */
  readonly where: string;
}

/** Sections with one heading, as pages of one kind have: more of them would hide all others. */
const maxAlike = 3;

/** Looks words up in an index: sections with all of them; where there are none, those with some. */
export function finder(index: SearchIndex): (words: string) => readonly Found[] {
  const known = MiniSearch.loadJS<IndexedSection>(index.terms, options);
  const boostDocument = (id: unknown): number => index.pages[index.sections[id as number]?.[0] ?? -1]?.[3] ?? 1;
  return (words) => {
    const all = known.search(words, { boostDocument });
    const hits = all.length > 0 ? all : known.search(words, { boostDocument, combineWith: 'OR' });
    const found = hits.flatMap(({ id }) => {
      const [number, anchor, heading] = index.sections[id as number] ?? [];
      const page = number === undefined ? undefined : index.pages[number];
      if (page === undefined) return [];
      const [path, title, group] = page;
      const isSection = anchor !== undefined && anchor !== '' && heading !== undefined;
      const where = [...new Set([...(isSection ? [title] : []), ...(group === '' ? [] : [group])])].join(' · ');
      return [{ path: isSection ? `${path}#${anchor}` : path, title: isSection ? heading : title, where }];
    });
    return found.filter(({ title }, at) => found.slice(0, at).filter((one) => one.title === title).length < maxAlike);
  };
}
