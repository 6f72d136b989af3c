import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { comment } from './yaml-text.js';

/**
 * What is odd about the log of a phase: comments for the person who reads the draft, and notes of the phase, which every report that is
 * made from the manifest prints. Only what is true of the log whatever a person changes in the draft.
 */
export function oddLines(
  log: string,
  found: readonly Diagnostic[],
): { readonly comments: readonly string[]; readonly notes: readonly string[] } {
  const placed = (text: string, line: number | undefined): string => `${line === undefined ? log : `${log}, line ${line}`}: ${text}`;
  return {
    comments: found.map(({ message, line }) => `  # ${comment(placed(message, line))}`),
    notes:
      found.length === 0
        ? []
        : [
            '    notes:',
            ...found.map(({ message, note, line }) => {
              const text = placed(note === undefined ? message : `${message} ${note}`, line);
              return `      - ${JSON.stringify(comment(text))}`;
            }),
          ],
  };
}
