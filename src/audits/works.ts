import type { Subject } from '../claims/claim.js';
import { averagePowerFinding } from '../plausibility/power-finding.js';
import type { AuditFinding } from './audit.js';

/** What `plausibility` finds in the phases of an assessment or a manifest, for the audit of one id. */
export function findingsOfWorks({ works }: Subject, id: 'power-above-limit' | 'power-below-idle'): readonly AuditFinding[] {
  return works.flatMap(({ average, at }) => {
    const found = averagePowerFinding(average);
    if (found?.id !== id) return [];
    const { id: _, ...finding } = found;
    return [{ ...finding, at }];
  });
}
