import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { parsedMarkdown } from '../parsed-markdown.mjs';

/** What is below a heading, with it, until the next of its depth. */
export function underHeading(tree, heading) {
  const start = tree.children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  if (start === -1) throw new Error(`There is no heading “${heading}”.`);
  const { depth } = tree.children[start];
  const after = tree.children.findIndex((node, at) => at > start && node.type === 'heading' && node.depth <= depth);
  return tree.children.slice(start, after === -1 ? undefined : after);
}

/** The first block of code of a language below a heading of a file. */
export function blockOf({ root, file, heading, language }) {
  const nodes = underHeading(parsedMarkdown(readFileSync(join(root, file), 'utf8')), heading);
  const block = nodes.find(({ type, lang }) => type === 'code' && lang === language);
  if (block === undefined) throw new Error(`${file} has no block of ${language} below “${heading}”.`);
  return block.value;
}
