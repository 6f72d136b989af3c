import { error } from '../diagnostics/message.js';

/** What can be wrong with a template. */
export const messages = {
  brokenTemplate: (reason: string) => error('broken-template', `Invalid template: ${reason}`, { expected: 'Markdown with Handlebars' }),
} as const;
