import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';

/** So many sentences of one kind are told; beyond them, the last stands for the rest. */
const most = 20;

interface Told {
  readonly diagnostic: Diagnostic;
  rows: number;
  last: number;
}

/** What is odd about rows: the same thing of a million rows is one thing to tell. */
export interface Tally {
  readonly tell: (sentence: Message, line: number) => void;
  readonly diagnostics: () => readonly Diagnostic[];
}

export function createTally(): Tally {
  const kinds = new Map<string, Map<string, Told>>();
  return {
    tell: (sentence, line) => {
      const kind = kinds.get(sentence.id) ?? new Map<string, Told>();
      kinds.set(sentence.id, kind);
      const told = kind.get(sentence.message) ?? (kind.size < most ? undefined : kind.get(''));
      if (told !== undefined) {
        told.rows += 1;
        told.last = line;
        return;
      }
      const first: Told = { diagnostic: { ...sentence, line, column: 1 }, rows: 1, last: line };
      kind.set(kind.size < most - 1 ? sentence.message : '', first);
    },
    diagnostics: () => [...kinds.values()].flatMap((kind) => [...kind.values()].map(diagnosticOf)),
  };
}

function diagnosticOf({ diagnostic, rows, last }: Told): Diagnostic {
  if (rows === 1) return diagnostic;
  const more = `It is so of ${rows === 2 ? 'one more' : `${rows - 1} more`}, the last on line ${last}.`;
  return { ...diagnostic, note: diagnostic.note === undefined ? more : `${diagnostic.note} ${more}` };
}
