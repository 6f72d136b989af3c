import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { InputError } from '../diagnostics/diagnostic.js';
import type { TemplateData, TemplateValue } from '../sections/section.js';
import { messages } from './messages.js';
import type { TemplateFunction } from './template-program.js';
import { createTokens } from './tokens.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** A template that is ready to be filled, again and again. */
export type Template = (data: TemplateData) => Root;

/**
 * Prepares a template of Markdown, which Handlebars compiled.
 *
 * Values enter as opaque tokens and become text nodes only after the Markdown is parsed, so that no value is ever read
 * as Markdown, HTML or Handlebars, in a user's own templates either.
 *
 * @throws {InputError} When the template is used and is not valid Handlebars, with its file and line.
 */
export function prepareTemplate(template: TemplateFunction, file: string): Template {
  return (data) => {
    const tokens = createTokens();
    const hidden = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, hide(value, tokens.tokenFor)]));
    const tree = parser.parse(filled(template, hidden, file));
    tokens.reveal(tree);
    return tree;
  };
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
