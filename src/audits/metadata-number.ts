import type { Metadata } from '../claims/claim.js';
import { isAmount } from '../claims/text/numbers.js';
import type { Audit } from './audit.js';
import { type AuditMessage, messages } from './messages.js';
import { isPlaceholder } from './metadata-words.js';

/** Readers take digits from the value's text: an exponent, a unit or a comma ends them. */
export const metadataNumber = {
  id: 'metadata-number',
  severity: 'error',
  question: 'Is the metadata a plain number of grams, which every reader reads alike?',
  audit({ metadata }) {
    const message = metadata === undefined ? undefined : faultOf(metadata);
    return metadata === undefined || message === undefined ? [] : [{ at: metadata.at, ...message }];
  },
} as const satisfies Audit;

function faultOf({ shape, raw, value, hubReads }: Metadata): AuditMessage | undefined {
  if (shape === 'list') return messages.metadataList(hubReads);
  if (shape === 'mapping-without-emissions') return messages.metadataWithoutEmissions();
  if (shape === 'nothing') return messages.metadataNothing();
  // A plain number in quotes is read as itself.
  if (shape === 'text') return /^\d+(?:\.\d+)?$/.test(raw) || isPlaceholder(raw) ? undefined : messages.metadataText(raw, hubReads);
  if (value === undefined || !isAmount(value)) return messages.metadataNotFinite(raw);
  if (value < 0) return messages.metadataNegative(raw);
  return /e/i.test(raw) && !/^0x/i.test(raw) ? messages.metadataExponent(raw, value, hubReads) : undefined;
}
