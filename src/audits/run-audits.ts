import type { Subject } from '../claims/claim.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Audit } from './audit.js';
import { auditIds } from './ids.js';
import { audits } from './index.js';
import { type Settings, severityFor } from './settings.js';

/**
 * Asks every audit of one file's claims.
 *
 * @param others What is audited in the same call, this file among it or not.
 * @returns Findings from top to bottom.
 */
export function runAudits(subject: Subject, others: readonly Subject[], settings: Settings): readonly Diagnostic[] {
  const found = auditIds.flatMap((id) => {
    const audit: Audit = audits[id];
    return audit.audit(subject, others).flatMap(({ at, severity, ...message }): readonly Diagnostic[] => {
      const counts = severityFor(id, severity ?? audit.severity, settings);
      if (counts === undefined) return [];
      return [{ id, severity: counts, ...message, file: subject.file, ...at }];
    });
  });
  return found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
