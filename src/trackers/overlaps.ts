import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { messages } from './messages.js';
import type { RunRecord } from './record.js';

/** Seconds by which clocks and rounding may differ. */
const tolerance = 2;

/** Runs that went on at the same time. Times are local and without a zone, so that only their order within a log counts. */
export function overlaps(runs: readonly RunRecord[]): readonly Diagnostic[] {
  const spans = runs
    .flatMap(({ ended, hours, lines }) =>
      ended === undefined ? [] : [{ line: lines[1], start: seconds(ended) - hours * 3600, end: seconds(ended) }],
    )
    .sort((a, b) => a.start - b.start);
  const found: Diagnostic[] = [];
  let open = spans[0];
  for (const span of spans.slice(1)) {
    if (open !== undefined && span.start < open.end - tolerance) found.push({ ...messages.overlap(open.line), line: span.line, column: 1 });
    if (open === undefined || span.end > open.end) open = span;
  }
  return found;
}

/** Seconds since some day, of a local time; whole days by the calendar that we all use. */
function seconds(local: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = local.split(/[-T:]/).map(Number);
  // Years begin in March, so that a leap day is the last.
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}
