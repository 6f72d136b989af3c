import type { Subject } from '../claims/claim.js';
import type { Position, Severity } from '../diagnostics/diagnostic.js';
import type { AuditId } from './ids.js';
import type { AuditMessage } from './messages.js';

/** One thing that an audit found: what it says, and where. */
export interface AuditFinding extends AuditMessage {
  readonly at: Position;
  /** Where it differs from the audit's own. */
  readonly severity?: Severity | undefined;
}

/** One question to a file's claims. */
export interface Audit {
  readonly id: AuditId;
  readonly severity: Severity;
  /** Of findings that weigh more or less than its own. */
  readonly otherSeverity?: Severity | undefined;
  /** The question in one line, for people who choose what to ask. */
  readonly question: string;
  /**
   * @param subject What the file claims.
   * @param others What the other files claim that are audited in the same call.
   */
  readonly audit: (subject: Subject, others: readonly Subject[]) => readonly AuditFinding[];
}

/** The severities of an audit's findings: its own first. */
export function severitiesOf({ severity, otherSeverity }: Pick<Audit, 'severity' | 'otherSeverity'>): readonly Severity[] {
  return otherSeverity === undefined ? [severity] : [severity, otherSeverity];
}
