import type { Audit } from './audit.js';
import { messages } from './messages.js';

export const metadataUnreadable = {
  id: 'metadata-unreadable',
  severity: 'error',
  question: 'Can the Hub read the front matter that claims emissions?',
  audit: ({ unreadable }) => (unreadable === undefined ? [] : [{ at: unreadable.at, ...messages.metadataUnreadable(unreadable.message) }]),
} as const satisfies Audit;
