import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { comment } from './yaml-text.js';

/** What is odd about a log, by its name, or about several. */
export interface OddLine {
  /** Absent where the sentence names the logs. */
  readonly log?: string | undefined;
  readonly diagnostic: Diagnostic;
}

/**
 * What is odd about the logs of a phase: comments for the person who reads the draft, and notes of the phase, which every report that is
 * made from the manifest prints. Only what is true of the log whatever a person changes in the draft.
 */
export function oddLines(found: readonly OddLine[]): { readonly comments: readonly string[]; readonly notes: readonly string[] } {
  const placed = (text: string, { log, diagnostic: { line } }: OddLine): string =>
    log === undefined ? text : `${line === undefined ? log : `${log}, line ${line}`}: ${text}`;
  return {
    comments: found.map((one) => `  # ${comment(placed(one.diagnostic.message, one))}`),
    notes:
      found.length === 0
        ? []
        : [
            '    notes:',
            ...found.map((one) => {
              const { message, note } = one.diagnostic;
              const text = placed(note === undefined ? message : `${message} ${note}`, one);
              return `      - ${JSON.stringify(comment(text))}`;
            }),
          ],
  };
}
