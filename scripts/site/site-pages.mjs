import { docsPages } from './docs-pages.mjs';
import { factorPages } from './factors/factor-pages.mjs';

/**
 * What makes the pages of the site. Each gets the root of the repository and the folder of the compiled program, and returns pages:
 * `path` from the site's root, `title`, `description` (a sentence), `group` (an id of `groups`), and `body`, a list of hast nodes.
 * Links in a body are relative to its page. Order here is order in the list of a group. Optional: `sheets` and `scripts`, files that
 * the page needs beside those of the frame, from the site's root; `isListed: false` leaves it out of the list of its group.
 */
const sources = [docsPages, factorPages];

/** Groups of pages, in the order in which the site lists them; `start` is the page that its name leads to. */
export const groups = [
  { id: 'guides', title: 'Guides', start: 'docs/ci.html' },
  { id: 'reference', title: 'Reference', start: 'docs/manifest.html' },
  { id: 'trackers', title: 'Logs', start: 'docs/trackers/index.html' },
  { id: 'formats', title: 'Formats', start: 'docs/formats/index.html' },
  { id: 'audits', title: 'Audits', start: 'docs/audits/index.html' },
  { id: 'factors', title: 'Factors', start: 'factors/index.html' },
  { id: 'method', title: 'Method', start: 'docs/method.html' },
];

/** All pages of the site but the calculator. */
export async function sitePages(places) {
  return (await Promise.all(sources.map((source) => source(places)))).flat();
}
