import { join, posix } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { toHtml } from 'hast-util-to-html';
import { groups } from './site-pages.mjs';

/** Writes pages into the folder of the site, each in the frame of `src/site/pages/page.njk`. */
export async function writePages({ root, site, pages }) {
  const input = './' + posix.relative(process.cwd(), join(root, 'src/site/pages'));
  const eleventy = new Eleventy(input, site, {
    quietMode: true,
    config(configuration) {
      configuration.setUseGitIgnore(false);
      configuration.setLayoutsDirectory('frames');
      configuration.setTemplateFormats(['html']);
      for (const page of pages) configuration.addTemplate(page.path, toHtml(page.body), frameOf(page, pages));
    },
  });
  await eleventy.write();
}

/** What the frame of a page needs. Every address in it is relative, so that the site works in any folder of a host, and from a disk. */
function frameOf({ path, title, description, group, sheets = [], scripts = [] }, pages) {
  const from = (target) => posix.relative(posix.dirname(path), target);
  const inGroup = pages.filter((page) => page.group === group && page.isListed !== false);
  return {
    layout: 'page.njk',
    // Bodies may show braces: the frame alone is a template.
    templateEngineOverride: 'html',
    permalink: path,
    title,
    description,
    top: from('.') === '' ? '.' : from('.'),
    sheets: sheets.map(from),
    scripts: scripts.map(from),
    groups: groups.map((one) => ({ title: one.title, href: from(one.start), isCurrent: one.id === group })),
    siblings: inGroup.map((page) => ({ title: page.title, href: from(page.path), isCurrent: page.path === path })),
  };
}
