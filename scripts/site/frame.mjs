import { posix } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { groups } from './site-pages.mjs';

/** A table of contents is for a page that a reader cannot see at once. */
const minHeadings = 3;

/** Pages that the foot of every page leads to. */
const footPaths = ['reports/index.html', 'readme.html', 'changelog.html', 'docs/architecture.html', 'contributing.html', 'search.html'];
const footTitles = { 'readme.html': 'Overview', 'search.html': 'All pages', 'contributing.html': 'Contributing' };

/** What the frame of a page needs. Every address in it is relative, so that the site works in any folder of a host, and from a disk. */
export function frameOf(page, pages) {
  const { path, title, description, group, scripts = [], sheets = [] } = page;
  const from = (target) => posix.relative(posix.dirname(path), target);
  const top = from('.') === '' ? '.' : from('.');
  const listed = (id) => pages.filter((one) => one.group === id && one.isListed !== false);
  const linkTo = (one) => ({ title: one.listTitle ?? one.title, href: from(one.path), isCurrent: one.path === path });
  const own = groups.find(({ id }) => id === group);
  const siblings = own === undefined || listed(group).length < 2 ? [] : listed(group);
  const at = own?.isRead ? siblings.findIndex((one) => one.path === path) : -1;
  const neighbour = (place) => (at === -1 || siblings[place] === undefined ? undefined : linkTo(siblings[place]));
  return {
    title,
    description,
    top,
    isStart: path === 'index.html',
    groupId: own?.id,
    groupTitle: own?.title,
    groups: groups.flatMap(({ id, title: name, start = listed(id)[0]?.path, isInFoot }) =>
      isInFoot || listed(id).length === 0 ? [] : [{ title: name, href: from(start), isCurrent: id === group }],
    ),
    siblings: siblings.map(linkTo),
    headings: page.isWide || path === 'index.html' ? [] : headingsOf(page.body),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    footLinks: footPaths.flatMap((foot) =>
      pages.filter((one) => one.path === foot).map((one) => ({ title: footTitles[foot] ?? linkTo(one).title, href: from(foot) })),
    ),
    scripts: scripts.map(from),
    sheets: sheets.map(from),
  };
}

/** The headings of a long page, by their ids. */
function headingsOf(body) {
  const found = body.filter(({ tagName, properties }) => tagName === 'h2' && properties.id !== undefined);
  return found.length < minHeadings ? [] : found.map((node) => ({ id: node.properties.id, text: textOf(node) }));
}
