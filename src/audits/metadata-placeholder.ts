import type { Audit } from './audit.js';
import { messages } from './messages.js';
import { isPlaceholder } from './metadata-words.js';

export const metadataPlaceholder = {
  id: 'metadata-placeholder',
  severity: 'warning',
  question: 'Is the metadata a value, and not a placeholder such as 0 or 1?',
  audit({ metadata, values }) {
    if (metadata === undefined) return [];
    const { shape, raw, value, at } = metadata;
    const isSaid = values.some(({ measure, is, low, high }) => measure === 'emissions' && !is.has('metadata') && low <= 1 && high >= 1);
    const isHeld = value === 0 || (value === 1 && !isSaid) || (shape === 'text' && isPlaceholder(raw));
    return isHeld ? [{ at, ...messages.metadataPlaceholder(raw) }] : [];
  },
} as const satisfies Audit;
