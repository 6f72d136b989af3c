import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { sectionsOf } from './sections.mjs';
import { groups } from './site-pages.mjs';

/** The calculator is a document of its own, whose text is in its form. */
const calculator = {
  path: 'calculator/index.html',
  title: 'Calculator',
  description: 'A form, a manifest or a log becomes the carbon section of a model card, in the browser.',
  keywords: ['online', 'form', 'no installation', 'GPU', 'hours', 'place', 'year'],
  group: '',
  body: [],
};

/** Reports and changes have every word of the others, many times: they come after pages that explain. */
const footWeight = 0.3;

/**
 * The search as two classic scripts, which a page loads from a disk too: the field (`search.js`), and the index (`search-index.js`), which it
 * loads when the field is first used.
 */
export async function searchFiles({ root, pages }) {
  const script = (entry, format) => bundled({ root, entry: join(root, 'src/site/search', entry), format });
  const { indexText } = await import(`data:text/javascript,${encodeURIComponent(await script('index-text.ts', 'es'))}`);
  const indexed = [...pages, calculator]
    .filter(({ isIndexed }) => isIndexed !== false)
    .map((page) => {
      const group = groups.find(({ id }) => id === page.group);
      return {
        path: page.path,
        title: page.title,
        group: group?.title ?? '',
        weight: group?.isInFoot ? footWeight : 1,
        sections: sectionsOf(page),
      };
    });
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
