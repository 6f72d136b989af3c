import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { h } from 'hastscript';

/** The page of a search where scripts do not run: every page of the site, by group. */
export function allPages(pages, groups) {
  const path = 'search.html';
  const slugger = new GithubSlugger();
  const lists = groups.flatMap(({ id, title }) => {
    const own = pages.filter(({ group, isListed }) => group === id && isListed !== false);
    if (own.length === 0) return [];
    const items = own.map((page) => h('li', h('a', { href: posix.relative('.', page.path) }, page.listTitle ?? page.title)));
    return [h('h2', { id: slugger.slug(title) }, title), h('ul', { className: ['pages'] }, items)];
  });
  return {
    path,
    title: 'All pages',
    description: 'Every page of the site, by group.',
    group: '',
    isIndexed: false,
    body: [h('h1', 'All pages'), h('p', 'The field at the top searches all of them, where scripts run; it needs no network.'), ...lists],
  };
}
