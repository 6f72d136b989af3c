import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';

/** Different messages of one id that are kept. The last one represents all further ones. */
const maxMessages = 20;

interface Entry {
  readonly diagnostic: Diagnostic;
  rows: number;
  last: number;
}

/** Diagnostics of rows: the same message for a million rows is reported once, with the number of rows. */
export interface Tally {
  readonly report: Report;
  /** @param completed Adds what a diagnostic says, before the number of rows. */
  readonly diagnostics: (completed?: (diagnostic: Diagnostic) => Diagnostic) => readonly Diagnostic[];
}

export function createTally(): Tally {
  const ids = new Map<string, Map<string, Entry>>();
  return {
    report: (diagnostic) => {
      const { id, message, line = 1, column = 1 } = diagnostic;
      const entries = ids.get(id) ?? new Map<string, Entry>();
      ids.set(id, entries);
      const entry = entries.get(message) ?? (entries.size < maxMessages ? undefined : entries.get(''));
      if (entry !== undefined) {
        entry.rows += 1;
        entry.last = line;
        return;
      }
      const first: Entry = { diagnostic: { ...diagnostic, line, column }, rows: 1, last: line };
      entries.set(entries.size < maxMessages - 1 ? message : '', first);
    },
    diagnostics: (completed = (diagnostic) => diagnostic) =>
      [...ids.values()].flatMap((entries) =>
        [...entries.values()].map((entry) => diagnosticOf({ ...entry, diagnostic: completed(entry.diagnostic) })),
      ),
  };
}

function diagnosticOf({ diagnostic, rows, last }: Entry): Diagnostic {
  if (rows === 1) return diagnostic;
  const others = `The same applies to ${rows === 2 ? 'one more row' : `${rows - 1} more rows`}, the last on line ${last}.`;
  return { ...diagnostic, note: diagnostic.note === undefined ? others : `${diagnostic.note} ${others}` };
}
