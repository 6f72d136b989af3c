import { createHash } from 'node:crypto';
import type { Diagnostic, Severity } from '../../../diagnostics/diagnostic.js';
import { expectationLabel } from '../../../diagnostics/imperative.js';

const severities = { error: 'major', warning: 'minor', note: 'info' } as const satisfies Readonly<Record<Severity, string>>;

const labels = { fix: 'Fix', expected: 'Expected' } as const;

/** A finding as GitLab shows it in a merge request. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** The same for the same finding after lines above it have changed; no two of a report have the same. */
  readonly fingerprint: string;
  readonly severity: (typeof severities)[Severity];
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * Findings as a report of GitLab's Code Quality: the part of the Code Climate format that GitLab reads. A path is relative to the
 * repository, without `./` in front; a finding of a whole file is at its first line.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function codeQuality(findings: readonly Diagnostic[]): readonly CodeQualityIssue[] {
  const seen = new Map<string, number>();
  return findings.map(({ id, severity, file = '', line = 1, message, expected, note }) => {
    const path = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    const key = JSON.stringify([path, id, message]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const parts = [
      message,
      ...(expected === undefined ? [] : [`${labels[expectationLabel(expected)]}: ${expected}${/[.!?]$/.test(expected) ? '' : '.'}`]),
      ...(note === undefined ? [] : [note]),
    ];
    return {
      description: parts.join(' '),
      check_name: id,
      fingerprint: createHash('sha256').update(`${key} ${nth}`).digest('hex').slice(0, 32),
      severity: severities[severity],
      location: { path, lines: { begin: line } },
    };
  });
}
