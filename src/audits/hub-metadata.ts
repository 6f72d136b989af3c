import type { Subject } from '../claims/claim.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

/** A push to the Hub fails on metadata that it rejects, and its reader stops at some of it. */
export const hubMetadata = {
  id: 'hub-metadata',
  severity: 'error',
  otherSeverity: 'warning',
  question: 'Does the Hub accept the metadata: license, language, tags, model-index and such?',
  audit: ({ hub }: Pick<Subject, 'hub'>) =>
    (hub?.faults ?? []).map(
      ({ at, path, found, expected, isUnsure }): AuditFinding =>
        isUnsure === true
          ? { at, severity: 'warning' as const, ...messages.hubUnsure(path, found, expected) }
          : { at, ...messages.hubMetadata(path, found, expected) },
    ),
} as const satisfies Audit;
