import { arithmeticMessages } from './messages/arithmetic.js';
import { claimMessages } from './messages/claims.js';
import { metadataMessages } from './messages/metadata.js';
import { powerMessages } from './messages/power.js';

export { type AuditMessage, mass } from './messages/message.js';

/** Every sentence of the audits. Tests assert each, with its numbers. */
export const messages = { ...metadataMessages, ...arithmeticMessages, ...powerMessages, ...claimMessages } as const;
