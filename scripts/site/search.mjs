import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { sectionsOf } from './sections.mjs';
import { groups } from './site-pages.mjs';

/**
 * The search as two classic scripts, which a page loads from a disk too: the field (`search.js`), and the index (`search-index.js`), which it
 * loads when the field is first used.
 */
export async function searchFiles({ root, pages }) {
  const script = (entry, format) => bundled({ root, entry: join(root, 'src/site/search', entry), format });
  const { indexText } = await import(`data:text/javascript,${encodeURIComponent(await script('index-text.ts', 'es'))}`);
  const titleOf = (id) => groups.find((group) => group.id === id)?.title ?? '';
  const indexed = pages
    .filter(({ isIndexed }) => isIndexed !== false)
    .map((page) => ({ path: page.path, title: page.title, group: titleOf(page.group), sections: sectionsOf(page) }));
  return [
    ['assets/search.js', await script('search.ts', 'iife')],
    ['assets/search-index.js', indexText(indexed)],
  ];
}

async function bundled({ root, entry, format }) {
  const build = await rolldown({ cwd: root, input: entry, platform: 'browser', logLevel: 'warn' });
  const { output } = await build.generate({ format, comments: { legal: false, jsdoc: false, annotation: false }, minify: true });
  await build.close();
  return output[0].code;
}
