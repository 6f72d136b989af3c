import { allPages } from './all-pages.mjs';
import { factorPages } from './factors/factor-pages.mjs';
import { libraryPages } from './library/library-pages.mjs';
import { licencePages } from './licence-pages.mjs';
import { referencePages } from './manifest-reference/reference-pages.mjs';
import { markdownPages } from './markdown-pages.mjs';
import { withMoreOnSite } from './more-on-site.mjs';
import { startPage } from './start/start-page.mjs';

/**
 * A page of the site.
 *
 * @typedef {object} Page
 * @property {string} path From the root of the site, with `.html` at its end.
 * @property {string} title Text of its first heading and of its tab.
 * @property {string} description One sentence: what a reader finds there.
 * @property {string} group An id of `groups`.
 * @property {import('hast').RootContent[]} body What it shows, with one `h1`. Links are relative to the page, and lead to pages of the
 *   site, to its `files`, or to other hosts. The policy of the site allows no `style` attribute and no script in it.
 * @property {string} [listTitle] A shorter title for lists of pages.
 * @property {boolean} [isListed] `false` where the list of its group leaves it out, such as one of hundreds of rows.
 * @property {boolean} [isWide] A page whose tables need the room that the table of contents takes.
 * @property {boolean | 'head'} [isIndexed] `false` where the search leaves it out; `'head'` where it knows the title, the description and
 *   the keywords alone, as of one of hundreds of rows.
 * @property {string[]} [keywords] Words that lead a search to it, beside those of its text.
 * @property {string[]} [files] Files of the repository that it links to or shows; they are copied to the same path of the site.
 * @property {Record<string, string>} [writes] Files that are made for it, by their path from the root of the site.
 * @property {string[]} [scripts] Classic scripts that it loads, by their path from the root of the site.
 * @property {string[]} [sheets] Sheets that it has beside those of every page, by their path from the root of the site.
 */

/**
 * What makes the pages of the site. Each gets the root of the repository and the folder of the compiled program, and returns pages.
 * Order here is order in the list of a group.
 */
const sources = [startPage, referencePages, markdownPages, factorPages, libraryPages, licencePages];

/**
 * Groups of pages, in the order in which the site lists them. `start` is the page that its name leads to, by default its first; a group
 * without pages is left out. `isRead` has links to the next and the last page; `isInFoot` is not in the header.
 */
export const groups = [
  { id: 'guides', title: 'Guides', isRead: true },
  { id: 'reference', title: 'Reference', start: 'reference/manifest.html' },
  { id: 'formats', title: 'Formats', isRead: true },
  { id: 'audits', title: 'Audits', isRead: true },
  { id: 'trackers', title: 'Logs' },
  { id: 'factors', title: 'Factors' },
  { id: 'library', title: 'Library' },
  { id: 'method', title: 'Method' },
  { id: 'reports', title: 'Reports', isInFoot: true },
  { id: 'project', title: 'Project', start: 'changelog.html', isInFoot: true },
];

/** All pages of the site but the calculator. */
export async function sitePages(places) {
  const pages = withMoreOnSite((await Promise.all(sources.map((source) => source(places)))).flat());
  return [...pages, allPages(pages, groups)];
}
