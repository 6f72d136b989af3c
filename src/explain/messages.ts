import { error } from '../diagnostics/message.js';

/** Faults in the name of what is to be explained. */
export const messages = {
  unknownLine: (asked: string, known: readonly string[], nearest: readonly string[]) =>
    error('unknown-line', asked.trim() === '' ? 'The name of the line is empty.' : `Unknown line \`${asked}\`.`, {
      expected: `one of ${known.join(', ')}; or a phase, a component or the id of a source; or no name, for the totals`,
      suggestion: nearest.length > 0 ? nearest.join(', ') : undefined,
    }),
} as const;
