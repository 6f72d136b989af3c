import { posix } from 'node:path';
import { h } from 'hastscript';
import { sourcesOf } from './table.mjs';

/** What a page of tables needs beside the frame; table-files.mjs makes it. */
const sheets = ['assets/tables/tables.css'];
const scripts = ['assets/tables/country-names.js', 'assets/tables/tables.js'];

/** Addresses from a page of the site, which are relative. */
export const addressesFrom = (path) => (target) => {
  const [file, anchor] = target.split('#', 2);
  const address = posix.relative(posix.dirname(path), file);
  return anchor === undefined ? address : `${file === path ? '' : address}#${anchor}`;
};

/**
 * A page of the group: heading, sentences, what `body` makes, and the sources of its factors.
 *
 * @param body Gets `from`, which makes an address relative to the page; returns hast nodes.
 */
export function factorPage({ path, title, description, isListed, isIndexed, keywords, lead = [], body, factors = [] }) {
  const from = addressesFrom(path);
  return {
    path,
    title,
    description,
    group: 'factors',
    isListed,
    isIndexed,
    keywords,
    isWide: true,
    sheets,
    scripts,
    body: [h('h1', title), h('p', description), ...lead, ...body(from), ...(factors.length === 0 ? [] : sourcesOf(factors, from))],
  };
}

/** Links to the pages of other years, or of other parts, of one table. */
export function partLinks(label, parts, path, from) {
  return h('nav.parts', { ariaLabel: label }, [
    h(
      'ul',
      parts.map(({ path: target, name, year }) =>
        h('li', [h('a', { href: from(target), dataYear: year, ariaCurrent: target === path ? 'page' : undefined }, name)]),
      ),
    ),
  ]);
}
