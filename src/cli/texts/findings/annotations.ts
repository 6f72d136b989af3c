import type { Diagnostic, Severity } from '../../../diagnostics/diagnostic.js';
import { expectationLabel } from '../../../diagnostics/imperative.js';
import { visible } from '../visible.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * @example annotations([…]) //=> '::error file=README.md,line=4,col=3,title=arithmetic::README.md:4:3: 1,287 MWh × …'
 */
export function annotations(findings: readonly Diagnostic[]): string {
  return findings
    .map(({ id, severity, file, line, column, message, expected, note }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      const properties = Object.entries({ file, line, col: column, title: id })
        .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(String(value))}`]))
        .join(',');
      const parts = [
        place === '' ? message : `${place}: ${message}`,
        ...(expected === undefined ? [] : [`${expectationLabel(expected)}: ${expected}`]),
        ...(note === undefined ? [] : [`note: ${note}`]),
      ];
      return `::${commands[severity]} ${properties}::${parts.map((part) => data(visible(part))).join('%0A')}`;
    })
    .join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
