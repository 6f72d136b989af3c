import { posix } from 'node:path';
import { h } from 'hastscript';

/** Pages that are only on the site, by the page of docs/ that leads to them. A link in docs/ itself would lead nowhere in the repository. */
const more = {
  'docs/manifest.html': [{ path: 'reference/manifest.html', text: 'Every key of the manifest' }],
  'docs/library.html': [{ path: 'library/index.html', text: 'Library of published models, with a page for each' }],
  'docs/compare.html': [{ path: 'library/index.html', text: 'All published models, compared' }],
};

/**
 * The pages, with links below the title of those of docs/ to what the site alone has.
 *
 * @throws {TypeError} Where such a page is missing, so that no link leads nowhere.
 */
export function withMoreOnSite(pages) {
  const paths = new Set(pages.map(({ path }) => path));
  const absent = Object.entries(more).flatMap(([from, targets]) =>
    [from, ...targets.map(({ path }) => path)].filter((path) => !paths.has(path)),
  );
  if (absent.length > 0) throw new TypeError(`The site has no page ${absent.join(', ')}`);
  return pages.map((page) => {
    const links = (more[page.path] ?? []).flatMap(({ path, text }, at) => [
      at === 0 ? '' : ' · ',
      h('a', { href: posix.relative(posix.dirname(page.path), path) }, text),
    ]);
    if (links.length === 0) return page;
    const title = page.body.findIndex(({ tagName }) => tagName === 'h1');
    return { ...page, body: page.body.toSpliced(title + 1, 0, h('p', ['On this site: ', ...links, '.'])) };
  });
}
