import { error } from '../diagnostics/message.js';

/** What can be wrong with a template. */
export const messages = {
  brokenTemplate: (reason: string) => error('broken-template', `Invalid template: ${reason}`, { expected: 'Markdown with Handlebars' }),
} as const;

/** Headings that documents bring themselves; those of their sections are in the templates. */
export const headings = {
  report: (model: string): string => `Carbon footprint of ${model}`,
  /** The Hub's own. */
  section: 'Environmental Impact',
  folded: 'The whole report: components, uncertainty, method, inputs, sources',
} as const;
