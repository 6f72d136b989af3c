import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { markdownBody } from '../markdown-body.mjs';
import { parsedMarkdown } from '../parsed-markdown.mjs';
import { underHeading } from './excerpts.mjs';

const folder = 'fixtures/cards/small-lm';
const before = `${folder}/before/README.md`;
const after = `${folder}/after/README.md`;

/** Files that the cards show or link to. */
export const cardFiles = [
  before,
  after,
  `${folder}/carboncard.yaml`,
  ...['breakdown.png', 'carbon.pdf', 'assessment.json'].map((name) => `${folder}/after/carbon/${name}`),
];

/** Pages of the site that stand for files beside the card. */
const pageOf = { 'carbon/report.md': 'carbon/report.html' };

/** One card of the repository before and after, from its files: metadata and section. */
export async function cards({ root, compiled }) {
  const { readFrontMatter } = await import(pathToFileURL(join(compiled, 'card/front-matter.js')).href);
  const texts = Object.fromEntries([before, after].map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const metadata = (file) => {
    const text = texts[file];
    const { start, yamlEnd } = readFrontMatter(text);
    return text.slice(start, yamlEnd).split('\n');
  };
  const old = new Set(metadata(before));
  const panel = (file, title) =>
    h('article', { className: ['card'] }, [
      h('h3', title),
      h('pre', { className: ['metadata'], tabIndex: 0, ariaLabel: `Metadata of the card, ${title.toLowerCase()}` }, [
        ...metadata(file).map((line) => (old.has(line) ? `${line}\n` : h('ins', `${line}\n`))),
      ]),
      ...sectionOf(texts[file], posix.dirname(file)),
      h('p', { className: ['quiet'] }, h('a', { href: file }, 'The whole card as Markdown')),
    ]);
  return [
    h('h2', { id: 'before-and-after' }, 'One card, before and after'),
    h('p', [
      'The template of the Hub leaves the section ',
      h('em', 'Environmental Impact'),
      ' to be filled in. These lines of ',
      h('a', { href: `${folder}/carboncard.yaml` }, 'carboncard.yaml'),
      ' are all that was given:',
    ]),
    h('pre', { tabIndex: 0 }, h('code', readFileSync(join(root, folder, 'carboncard.yaml'), 'utf8').trimEnd())),
    h('div', { className: ['cards'] }, [panel(before, 'Before'), panel(after, 'After')]),
  ];
}

/** The section of a card as nodes of a page, whose own headings are above those of the card. */
function sectionOf(text, at) {
  const tree = { type: 'root', children: underHeading(parsedMarkdown(withoutFrontMatter(text)), 'Environmental Impact') };
  const linkOf = (address) => (/^(?:[a-z]+:|#)/.test(address) ? address : posix.join(at, onSite(address)));
  const body = { type: 'root', children: markdownBody(tree, linkOf) };
  visit(body, 'element', (node) => {
    if (!/^h\d$/.test(node.tagName)) return;
    node.tagName = 'h4';
    delete node.properties.id;
  });
  return body.children;
}

function onSite(address) {
  const [path, anchor] = address.split('#', 2);
  return `${pageOf[path] ?? path}${anchor === undefined ? '' : `#${anchor}`}`;
}

const withoutFrontMatter = (text) => text.replace(/^---\n[\s\S]*?\n---\n/, '');
