import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { toHtml } from 'hast-util-to-html';
import { groups } from './site-pages.mjs';

/** Writes pages into the folder of the site, each in the frame of `src/site/pages/frames/page.njk`, and the files that they need. */
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
  for (const { files = [], writes = {} } of pages) {
    for (const file of files) put(join(site, file), (target) => cpSync(join(root, file), target));
    for (const [file, text] of Object.entries(writes)) put(join(site, file), (target) => writeFileSync(target, text));
  }
}

/** What the frame of a page needs. Every address in it is relative, so that the site works in any folder of a host, and from a disk. */
function frameOf({ path, title, description, group, scripts = [] }, pages) {
  const from = (target) => posix.relative(posix.dirname(path), target);
  const listed = (id) => pages.filter((page) => page.group === id && page.isListed !== false);
  return {
    layout: 'page.njk',
    // Bodies may show braces: the frame alone is a template.
    templateEngineOverride: 'html',
    permalink: path,
    title,
    description,
    top: from('.') === '' ? '.' : from('.'),
    groups: groups.flatMap(({ id, title: name, start = listed(id)[0]?.path }) =>
      listed(id).length === 0 ? [] : [{ title: name, href: from(start), isCurrent: id === group }],
    ),
    siblings: listed(group).map((page) => ({
      title: page.listTitle ?? page.title,
      href: from(page.path),
      isCurrent: page.path === path,
    })),
    scripts: scripts.map(from),
  };
}

function put(file, write) {
  mkdirSync(dirname(file), { recursive: true });
  write(file);
}
