import type { Section } from './section.js';

/** The files attached to the PDF, each with what it is. */
export const attachments = {
  id: 'attachments',
  data: (_assessment, context) =>
    context.attachments.length === 0 ? undefined : { files: context.attachments.map(({ name, what }) => ({ name, what })) },
} as const satisfies Section;
