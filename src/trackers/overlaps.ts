import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { localSeconds } from './local-time.js';
import { messages } from './messages.js';
import type { RunRecord } from './record.js';

/** Seconds by which clocks and rounding may differ. */
const tolerance = 2;

/** Runs that went on at the same time. Times are local and without a zone, so that only their order within a log counts. */
export function overlaps(runs: readonly RunRecord[]): readonly Diagnostic[] {
  const spans = runs
    .flatMap(({ ended, hours, lines }) => {
      const end = ended === undefined ? undefined : localSeconds(ended);
      return end === undefined || hours === undefined ? [] : [{ line: lines[1], start: end - hours * 3600, end }];
    })
    .sort((a, b) => a.start - b.start);
  const found: Diagnostic[] = [];
  let open = spans[0];
  for (const span of spans.slice(1)) {
    if (open !== undefined && span.start < open.end - tolerance) found.push({ ...messages.overlap(open.line), line: span.line, column: 1 });
    if (open === undefined || span.end > open.end) open = span;
  }
  return found;
}
