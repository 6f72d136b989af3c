import type { Diagnostic, Severity } from '../../../diagnostics/diagnostic.js';
import { expectationLabel } from '../../../diagnostics/imperative.js';

/** An audit, as a scanner lists its rules. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly question: string;
}

/**
 * Findings as SARIF 2.1.0, for code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(findings: readonly Diagnostic[], rules: readonly Rule[], version: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'carboncard',
            version,
            rules: rules.map(({ id, severity, question }) => ({
              id,
              shortDescription: { text: question },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
}

const labels = { fix: 'Fix', expected: 'Expected' } as const;

function resultOf({ id, severity, file, line, column, message, expected, note }: Diagnostic, rules: readonly Rule[]): object {
  const parts = [
    message,
    ...(expected === undefined ? [] : [`${labels[expectationLabel(expected)]}: ${expected}`]),
    ...(note === undefined ? [] : [`Note: ${note}`]),
  ];
  return {
    ruleId: id,
    ruleIndex: rules.findIndex((rule) => rule.id === id),
    level: severity,
    message: { text: parts.join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file ?? '') },
          region: line === undefined ? undefined : { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** A path as a URI reference: its own slashes, everything else that a URI can't hold escaped. */
function uriOf(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .toWellFormed()
    .split('/');
  const uri = parts.map((part) => encodeURIComponent(part)).join('/');
  return path.startsWith('/') ? `file://${uri}` : uri;
}
