import type { Section } from './section.js';

/** What is attached inside the file. */
export const attachments = {
  id: 'attachments',
  data: (_assessment, context) =>
    context.attachments.length === 0 ? undefined : { files: context.attachments.map(({ name, what }) => ({ name, what })) },
} as const satisfies Section;
