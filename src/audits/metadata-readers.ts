import type { Audit } from './audit.js';
import { messages } from './messages.js';

export const metadataReaders = {
  id: 'metadata-readers',
  severity: 'note',
  question: 'Do all readers find and read the front matter that claims emissions?',
  audit: ({ readerRemarks = [] }) =>
    readerRemarks.map(({ at, message, expected }) => ({ at, ...messages.metadataReaders(message, expected) })),
} as const satisfies Audit;
