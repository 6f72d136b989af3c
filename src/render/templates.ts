import type { Nodes, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { InputError } from '../diagnostics/diagnostic.js';
import type { TemplateData, TemplateValue } from '../sections/section.js';
import { messages } from './messages.js';
import type { TemplateFunction } from './templates/program.js';
import { createTokens } from './tokens.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Of GitHub's additions tables alone, which takes a third less time. */
const tableParser = unified()
  .use(remarkParse)
  .use(function tables(this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [gfmTable()];
    data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
  })
  .freeze();

/** What GitHub's other additions need: strikethrough, footnotes, tasks, addresses without brackets. */
const otherAdditions = /[~@^]|:\/\/|www|mailto|xmpp|\[[\sx]\]/i;

/** Markdown as GitHub reads it. */
export function parseMarkdown(text: string): Root {
  return (otherAdditions.test(text) ? parser : tableParser).parse(text);
}

/** Trees of texts that were parsed before. Nobody changes them. */
export interface KnownTrees {
  readonly get: (text: string) => unknown;
  readonly add: (text: string, tree: Root) => void;
}

/** A template that is ready to be filled, again and again. */
export type Template = (data: TemplateData) => Root;

/**
 * Prepares a template of Markdown, which Handlebars compiled.
 *
 * Values enter as opaque tokens and become text nodes only after the Markdown is parsed, so that no value is ever read
 * as Markdown, HTML or Handlebars, in a user's own templates either.
 *
 * @param known Parsing costs more than all else that a short report takes.
 * @throws {InputError} When the template is used and is not valid Handlebars, with its file and line.
 */
export function prepareTemplate(template: TemplateFunction, file: string, known?: KnownTrees): Template {
  // The last text and its tree. Values are tokens in both, so that the same text comes again in each document of a report, and in
  // reports of other models.
  let last: { readonly text: string; readonly tree: Root } | undefined;
  return (data) => {
    const tokens = createTokens();
    const hidden = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, hide(value, tokens.tokenFor)]));
    const text = filled(template, hidden, file);
    if (last?.text !== text) last = { text, tree: treeOf(text, known) };
    const tree = copied(last.tree);
    tokens.reveal(tree);
    return tree;
  };
}

function treeOf(text: string, known: KnownTrees | undefined): Root {
  const before = known?.get(text);
  if (before !== undefined) return before as Root;
  const tree = withoutPositions(parseMarkdown(text));
  known?.add(text, tree);
  return tree;
}

/** A tree whose nodes do not say where they were in the text, which is one of tokens: nobody has that text. */
function withoutPositions(tree: Root): Root {
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}

/** A tree that can be changed, and the first one stays. */
function copied<Tree extends Nodes>(tree: Tree): Tree {
  return 'children' in tree ? { ...tree, children: tree.children.map(copied) } : { ...tree };
}

/** Where this is left open, Handlebars refuses the same, and prints a warning to the terminal. */
const ownPropertiesOnly = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

function filled(template: TemplateFunction, data: unknown, file: string): string {
  try {
    return template(data, ownPropertiesOnly);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const line = /on line (\d+)/.exec(reason)?.[1];
    const message = messages.brokenTemplate(reason.split('\n').at(line === undefined ? 0 : -1) ?? reason);
    throw new InputError([{ ...message, file, line: line === undefined ? undefined : Number(line) }]);
  }
}

function hide(value: TemplateValue, tokenFor: (text: string) => string): unknown {
  if (typeof value === 'string') return value === '' ? '' : tokenFor(value);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: TemplateValue) => hide(item, tokenFor));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hide(item as TemplateValue, tokenFor)]));
}
