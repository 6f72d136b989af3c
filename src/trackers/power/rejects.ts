import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { LogReport } from '../log-report.js';
import { createTally } from '../tally.js';
import { skipped, skippedBeside } from './messages.js';

/** Rows that may be rejected whatever the length of a log, and the share of its rows beyond that. */
const few = { rows: 3, share: 0.1 } as const;

/** Diagnostics that are kept, as errors. */
const maxKept = 20;

/**
 * Rows of a power log that can't be right. A few of them are skipped, each with a warning: a log of weeks has some. Where there are
 * many, the log is not what it seems to be, and they are errors.
 */
export interface Rejects {
  /** Rejects a row. The diagnostic has its line. */
  readonly report: Report;
  /** The last reading of a recording, and the first of the next: nothing is interpolated between these lines. */
  readonly endsAbove: (last: number, next: number) => void;
  /** @param read Rows that were read. */
  readonly end: (read: number) => void;
}

export function createRejects(log: LogReport): Rejects {
  const kept: Diagnostic[] = [];
  const tally = createTally();
  const ends: (readonly [last: number, next: number])[] = [];
  let count = 0;
  const completed = (diagnostic: Diagnostic): Diagnostic => {
    const { note = '', line = 1 } = diagnostic;
    if (/skipped|not counted/.test(note)) return diagnostic;
    const isBeside = ends.some(([last, next]) => line > last && line < next);
    return { ...diagnostic, note: `${note} ${isBeside ? skippedBeside : skipped}`.trim() };
  };
  return {
    report: (diagnostic) => {
      count += 1;
      if (kept.length < maxKept) kept.push({ ...diagnostic, severity: 'error' });
      tally.report({ ...diagnostic, severity: 'warning' });
    },
    endsAbove: (last, next) => {
      ends.push([last, next]);
    },
    end: (read) => {
      const isMany = count > Math.max(few.rows, few.share * (read + count)) || count >= read;
      for (const diagnostic of isMany ? kept : tally.diagnostics(completed)) log.report(diagnostic);
    },
  };
}
