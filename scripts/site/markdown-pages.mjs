import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { h } from 'hastscript';
import { toString as textOf } from 'mdast-util-to-string';
import { markdownBody } from './markdown-body.mjs';
import { parsedMarkdown } from './parsed-markdown.mjs';

/** Markdown files at the root of the repository that are pages of the site; the start page is made of others. */
const atRoot = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

/** The page of the calculator, on the site and in `src/site`. */
const calculator = 'calculator/index.html';

/** The report behind the card of the start page. */
const ofCard = 'fixtures/cards/small-lm/after/carbon/report.md';

/** What of the repository the site has beside pages, where a page links to it: texts for a reader, and no source code. */
const copied = /^(?:docs|fixtures\/(?:runs|cards)|reports)\//;

/** Pages in the order in which a new user reads them. Others come after them, in the order of their names. */
const order = [
  ...['index', 'calculator', 'card-from-a-log', 'pdf-for-a-paper', 'reports-in-ci'].map((name) => `docs/guides/${name}.html`),
  ...['ci', 'batches', 'collect-fleet'].map((name) => `docs/${name}.html`),
  'readme.html',
  ...['manifest', 'hourly', 'collect', 'compare', 'library', 'what-if', 'history', 'api'].map((name) => `docs/${name}.html`),
  ...['reports/index.html', 'changelog.html', 'docs/architecture.html', 'docs/decisions/index.html', 'contributing.html', 'security.html'],
];

/** The group of a page by its file; the others are reference. */
const groupsOf = [
  [/^docs\/(?:guides\/.+|ci|collect-fleet|batches)\.md$/, 'guides'],
  [/^docs\/formats\//, 'formats'],
  [/^docs\/audits\//, 'audits'],
  [/^docs\/trackers\//, 'trackers'],
  [/^docs\/(?:decisions\/.+|architecture)\.md$|^[A-Z]+\.md$/, 'project'],
  [/^docs\/(?:method)\.md$/, 'method'],
  [/^(?:reports|fixtures)\//, 'reports'],
];
const readmeGroup = { 'README.md': 'reference' };
const groupOf = (file) => readmeGroup[file] ?? groupsOf.find(([pattern]) => pattern.test(file))?.[1] ?? 'reference';

/** Names for lists, where the first heading says less there. */
const listTitles = {
  'README.md': 'Overview',
  'docs/README.md': 'All documents',
  'docs/guides/README.md': 'All guides',
  'docs/formats/README.md': 'All formats',
  'docs/audits/README.md': 'All audits',
  'docs/trackers/README.md': 'All logs',
  'docs/decisions/README.md': 'Decisions',
  'reports/index.md': 'All reports',
};

/**
 * Pages from the Markdown of the repository: docs/, texts at its root, and the reports that these lead to.
 */
export function markdownPages({ root }) {
  const docs = readdirSync(join(root, 'docs'), { recursive: true })
    .map((name) => `docs/${name.split(sep).join('/')}`)
    .filter((name) => name.endsWith('.md'));
  const queue = [...atRoot, ...docs.sort(), ofCard];
  const isPage = (file) => queue.includes(file);
  const pages = [];
  // A report that a page links to is a page too, with those that it links to.
  for (const file of queue) pages.push(pageOf({ root, file, isPage, found: (report) => isPage(report) || queue.push(report) }));
  return pages.sort((a, b) => byPlace(a.path, b.path));
}

function pageOf({ root, file, isPage, found }) {
  const tree = parsedMarkdown(readFileSync(join(root, file), 'utf8'));
  const files = [];
  const linkOf = (address) => {
    const { path, query, anchor } = parts(address);
    if (path === '') return address;
    if (path.endsWith(`src/site/${calculator}`)) return posix.relative(posix.dirname(pathOf(file)), calculator);
    const target = targetOf(root, posix.normalize(posix.join(posix.dirname(file), path)));
    if (target === undefined) return undefined;
    if (isReport(target)) found(target);
    const isOnSite = isPage(target) && query === '';
    if (!isOnSite && !copied.test(target)) return undefined;
    if (!isOnSite) files.push(target);
    return `${posix.relative(posix.dirname(pathOf(file)), isOnSite ? pathOf(target) : target)}${anchor}`;
  };
  const heading = tree.children.find(({ type }) => type === 'heading');
  const page = { path: pathOf(file), description: firstSentence(tree), group: groupOf(file), body: markdownBody(tree, linkOf), files };
  const title = textOf(heading);
  if (heading.depth === 1) return { ...page, title, listTitle: listTitles[file] ?? title.replace(/^Carbon footprint of /, '') };
  // The section of a report is a part of a card, and has no title of its own.
  const { model } = JSON.parse(readFileSync(join(root, posix.dirname(file), 'assessment.json'), 'utf8'));
  const ofSection = `${model.name}: the section of its card`;
  return { ...page, title: ofSection, body: [h('h1', ofSection), ...page.body] };
}

const isReport = (file) => /^reports\/.+\.md$/.test(file);

/** Where a Markdown file is on the site. */
export const pathOf = (file) => {
  if (atRoot.includes(file)) return file.toLowerCase().replace(/\.md$/, '.html');
  return file.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html');
};

/** The parts of an address in the repository; no path where it leads elsewhere, or within the page. */
function parts(address) {
  if (/^(?:[a-z][a-z+.-]*:|#)/i.test(address)) return { path: '', query: '', anchor: '' };
  const [, path, query, anchor] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address);
  return { path, query: query ?? '', anchor: anchor ?? '' };
}

/** The file that an address means: a folder means its index. `undefined` where there is none. */
function targetOf(root, path) {
  const folder = path.replace(/\/$/, '');
  return [folder, `${folder}/README.md`, `${folder}/index.md`].find((one) => {
    const file = join(root, one);
    return existsSync(file) && statSync(file).isFile();
  });
}

/** The first sentence of a page that says something; a word in front of it, as in “Context. …”, is none. */
function firstSentence(tree) {
  const sentences = tree.children
    .filter(({ type, children }) => type === 'paragraph' && children.some((one) => one.type === 'text'))
    .flatMap((paragraph) =>
      textOf(paragraph)
        .replace(/\s+/g, ' ')
        .split(/(?<=[.:]) (?=[\p{Lu}`])/u),
    );
  return (sentences.find((sentence) => sentence.length > 30) ?? sentences[0] ?? '').replace(/:$/, '.');
}

/** As ordered above, then by path, an index before the pages of its folder. */
function byPlace(a, b) {
  const [x, y] = [a, b].map((path) => order.indexOf(path)).map((place) => (place === -1 ? order.length : place));
  if (x !== y) return x - y;
  const [one, other] = [a, b].map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
  return one < other ? -1 : 1;
}
