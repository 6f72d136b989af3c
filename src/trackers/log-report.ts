import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { createTally } from './tally.js';

/** Errors that are collected before reading ends. A file that is wrong throughout has this many soon. */
const maxErrors = 20;

/** What a reader reports of a log. Errors are collected, so that a person sees them at once; all else is tallied. */
export interface LogReport {
  readonly report: Report;
  /** Reports what concerns one line. */
  readonly at: (line: number) => Report;
  /** Whether there are so many errors that reading can end. */
  readonly isFull: () => boolean;
  /** @throws {InputError} With all errors, where there are any. */
  readonly throwErrors: () => void;
  /** Warnings and notes, as a reader yields them at the end of a log. */
  readonly remarks: () => readonly { readonly diagnostic: Diagnostic }[];
}

export function createLogReport(): LogReport {
  const errors: Diagnostic[] = [];
  const tally = createTally();
  const report: Report = (diagnostic) => {
    if (diagnostic.severity !== 'error') tally.report(diagnostic);
    else errors.push({ ...diagnostic, line: diagnostic.line ?? 1, column: diagnostic.column ?? 1 });
  };
  return {
    report,
    at: (line) => (diagnostic) => report({ ...diagnostic, line }),
    isFull: () => errors.length >= maxErrors,
    throwErrors: () => {
      if (errors.length > 0) throw new InputError(errors.slice(0, maxErrors));
    },
    remarks: () => tally.diagnostics().map((diagnostic) => ({ diagnostic })),
  };
}

/** An error after which nothing more of a log can be read. */
export function fatal(message: Message, line = 1): InputError {
  return new InputError([{ ...message, line, column: 1 }]);
}
