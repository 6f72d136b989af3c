import { diagnosticsText } from '../cli/texts/diagnostic-text.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Finding } from './calculation.js';

/** The name of a manifest that is in no file. */
export const manifestName = 'carboncard.yaml';

/** Columns of a frame, as of a terminal. */
const columns = 80;

/** Diagnostics of a manifest as a terminal prints them, from top to bottom; those without a line come first. */
export function findingsOf(
  diagnostics: readonly Diagnostic[],
  text: string,
  textOf: (file: string) => string | undefined,
): Promise<readonly Finding[]> {
  const placed = diagnostics.map((diagnostic) => ({ ...diagnostic, file: diagnostic.file ?? manifestName }));
  return findingsIn(placed, (file) => (file === manifestName ? text : textOf(file)));
}

/** Diagnostics of several files, from the top to the bottom of each. */
export async function findingsIn(
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | undefined,
): Promise<readonly Finding[]> {
  const setting = { sourceOf: async (file: string) => textOf(file), paint: (words: string) => words, columns };
  const ordered = diagnostics.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return Promise.all(
    ordered.map(async (diagnostic) => {
      const { severity, message, line, column } = diagnostic;
      return { severity, message, line, column, text: await diagnosticsText([diagnostic], setting) };
    }),
  );
}
