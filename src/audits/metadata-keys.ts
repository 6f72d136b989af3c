import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** The Hub passes over a key that it does not know, without a word. */
export const metadataKeys = {
  id: 'metadata-keys',
  severity: 'warning',
  question: 'Are the keys of the emissions spelt as the Hub reads them?',
  audit: ({ unreadKeys = [] }) => unreadKeys.map(({ at, key, expected }) => ({ at, ...messages.metadataKey(key, expected) })),
} as const satisfies Audit;
