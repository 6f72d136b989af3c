import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What can be wrong with a question. */
export const messages = {
  unknownLine: (asked: string, known: readonly string[], nearest: readonly string[]): Diagnostic => ({
    id: 'unknown-line',
    severity: 'error',
    message: asked.trim() === '' ? 'The line has an empty name.' : `The assessment has no line \`${asked}\`.`,
    expected: `one of ${known.join(', ')}; or a phase, a component, the id of a source; or nothing, for the totals`,
    ...(nearest.length > 0 && { suggestion: nearest.join(', ') }),
  }),
} as const;
