import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { markdownBody } from './markdown-body.mjs';

/** The group of a page of docs/ by the folder or the name of its file; the others are reference. */
const groupOf = (file) => {
  const [, folder, ...more] = file.split('/');
  if (more.length > 0) return { formats: 'formats', audits: 'audits', decisions: 'method', trackers: 'trackers' }[folder] ?? 'reference';
  return { 'method.md': 'method', 'ci.md': 'guides', 'collect-fleet.md': 'guides', 'batches.md': 'guides' }[folder] ?? 'reference';
};

/** The pages of docs/, as they are in the repository. */
export function docsPages({ root }) {
  const files = readdirSync(join(root, 'docs'), { recursive: true })
    .map((name) => `docs/${name.split(sep).join('/')}`)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const known = new Set(files);
  return files.map((file) => {
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(readFileSync(join(root, file), 'utf8'));
    const linkOf = (address) => siteAddress({ root, known, file }, address);
    return {
      path: pathOf(file),
      title: textOf(tree.children.find(({ type }) => type === 'heading') ?? { type: 'text', value: file }),
      description: firstSentence(tree),
      group: groupOf(file),
      body: markdownBody(tree, linkOf),
    };
  });
}

/** Where a Markdown file of docs/ is on the site. */
const pathOf = (file) => file.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html');

function firstSentence(tree) {
  const paragraph = tree.children.find(({ type }) => type === 'paragraph');
  return paragraph === undefined
    ? ''
    : textOf(paragraph)
        .replace(/\s+/g, ' ')
        .split(/(?<=\.) /, 1)[0];
}

/**
 * Where a link of a page leads on the site: to another page, to a file that is copied beside, or nowhere (`undefined`), where the site has
 * no such file.
 */
function siteAddress({ root, known, file }, address) {
  if (/^(?:[a-z][a-z+.-]*:|#)/i.test(address)) return address;
  const [path, anchor] = address.split('#', 2);
  const target = posix.normalize(posix.join(posix.dirname(file), path));
  const withAnchor = (found) => `${posix.relative(posix.dirname(pathOf(file)), found)}${anchor === undefined ? '' : `#${anchor}`}`;
  const index = `${target.replace(/\/$/, '')}/README.md`;
  if (known.has(target) || known.has(index)) return withAnchor(pathOf(known.has(target) ? target : index));
  const isFile = existsSync(join(root, target)) && statSync(join(root, target)).isFile();
  return isFile && /^(?:docs|fixtures\/runs|reports)\//.test(target) ? withAnchor(target) : undefined;
}
