import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.js';
import { expectationLabel } from '../../diagnostics/imperative.js';
import type { Paint, Style } from '../terminal.js';
import { sourceFrame } from './source-frame.js';
import { visible } from './visible.js';

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'blue' };

export interface Setting {
  /** The text of a file, where it can be read; its lines are shown below its diagnostics. */
  readonly sourceOf: (file: string) => Promise<string | undefined>;
  readonly paint: Paint;
  readonly columns: number;
}

/**
 * Diagnostics as a compiler prints them: file by file in the order of their first diagnostic, from top to bottom.
 *
 * ```
 * carboncard.yaml:4:11: error[missing-unit]: Missing unit: 433196.
 *   4 |   energy: 433196
 *     |           ^
 *     expected: an energy with its unit: `433196 kWh`, `433196 MWh`, `433196 GWh`
 * ```
 */
export async function diagnosticsText(diagnostics: readonly Diagnostic[], setting: Setting): Promise<string> {
  const files = [...new Set(diagnostics.map((d) => d.file))];
  const blocks: string[] = [];
  for (const file of files) {
    const source = file === undefined ? undefined : await setting.sourceOf(file);
    const lines = source?.split(/\r?\n/) ?? [];
    const own = diagnostics.filter((d) => d.file === file);
    for (const diagnostic of own.toSorted(byPosition)) blocks.push(block(diagnostic, lines, setting));
  }
  return blocks.join('\n');
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function block(diagnostic: Diagnostic, lines: readonly string[], { paint, columns }: Setting): string {
  const { file, line, column, severity, id, message, path } = diagnostic;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  // Without a line, the path in the manifest says where.
  const where = line === undefined && path !== undefined ? `${visible(path)}: ` : '';
  const head = `${paint(`${severity}[${id}]`, 'bold', styles[severity])}: ${where}${visible(message)}`;
  const text = [place === '' ? head : `${paint(visible(place), 'bold')}: ${head}`];
  const gutter = ' '.repeat(String(line ?? '').length + 2);
  const source = line === undefined ? undefined : lines[line - 1];
  if (line !== undefined && source !== undefined) {
    const frame = sourceFrame(source, column ?? 1, columns - gutter.length - 3);
    text.push(`${paint(`  ${line} |`, 'dim')} ${frame.text}`.trimEnd());
    if (column !== undefined) text.push(`${paint(`${gutter} |`, 'dim')} ${frame.indent}${paint('^', 'bold', styles[severity])}`);
  }
  const indent = line === undefined ? '  ' : `${gutter} `;
  const { expected } = diagnostic;
  if (expected !== undefined) text.push(`${indent}${expectationLabel(expected)}: ${visible(expected)}`);
  if (diagnostic.suggestion !== undefined) text.push(`${indent}did you mean ${visible(diagnostic.suggestion)}?`);
  if (diagnostic.note !== undefined) text.push(`${indent}note: ${visible(diagnostic.note)}`);
  return text.join('\n');
}
