import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { createTally } from '../tally.js';
import { skipped, skippedBeside } from './messages.js';

/** Rows that may be rejected whatever the length of a log, and the share of its rows beyond that. */
const few = { rows: 3, share: 0.1 } as const;

/** Diagnostics that are kept, as errors. */
const maxKept = 20;

/** Rejected rows after which reading ends, where no more were accepted. */
const maxRejected = 10_000;

/**
 * Rows of a power log that can't be right. A few of them are skipped, each with a warning: a log of weeks has some. Where there are
 * many, the log is not what it seems to be, and they are errors.
 */
export interface Rejects {
  /** Rejects a row. The diagnostic has its line. */
  readonly report: Report;
  /**
   * Rejects a row of another length than the header. Its message is made once for rows of one length: a log that is wrong throughout
   * has a million, and each would take longer to describe than to read.
   */
  readonly oddRow: (line: number, cells: number, columns: number) => void;
  /** Counts a row that is right. */
  readonly accept: () => void;
  /** The last reading of a recording, and the first of the next: nothing is interpolated between these lines. */
  readonly endsAbove: (last: number, next: number) => void;
  /** @param read Rows that were read. */
  readonly end: (read: number) => void;
}

export function createRejects(log: LogReport): Rejects {
  const kept: Diagnostic[] = [];
  const tally = createTally();
  const ends: (readonly [last: number, next: number])[] = [];
  let [count, accepted, isEnded] = [0, 0, false];
  const completed = (diagnostic: Diagnostic): Diagnostic => {
    const { note = '', line = 1 } = diagnostic;
    if (/skipped|not counted/.test(note)) return { ...diagnostic, severity: 'warning' };
    const isBeside = ends.some(([last, next]) => line > last && line < next);
    return { ...diagnostic, severity: 'warning', note: `${note} ${isBeside ? skippedBeside : skipped}`.trim() };
  };
  const report: Report = (diagnostic) => {
    count += 1;
    if (kept.length < maxKept) kept.push({ ...diagnostic, severity: 'error' });
    tally.report(diagnostic);
    if (count < maxRejected || count < accepted || isEnded) return;
    // Errors end the reading: what a log of a million wrong rows says of the next one is the same.
    for (const error of kept) log.report(error);
    isEnded = true;
  };
  let odd = { cells: 0, columns: 0, message: shared.cellCount(0, 0) };
  return {
    report,
    oddRow: (line, cells, columns) => {
      if (cells !== odd.cells || columns !== odd.columns) odd = { cells, columns, message: shared.cellCount(cells, columns) };
      report({ ...odd.message, line });
    },
    accept: () => {
      accepted += 1;
    },
    endsAbove: (last, next) => {
      ends.push([last, next]);
    },
    end: (read) => {
      if (isEnded) return;
      const isMany = count > Math.max(few.rows, few.share * (read + count)) || count >= read;
      for (const diagnostic of isMany ? kept : tally.diagnostics(completed)) log.report(diagnostic);
    },
  };
}
