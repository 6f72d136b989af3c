import type { Message } from '../diagnostics/message.js';
import type { RunRecord } from '../trackers/record.js';
import { localSeconds } from '../trackers/texts/local-time.js';
import { messages } from './messages.js';

/** Seconds by which clocks and rounded times may differ. */
const tolerance = 2;

interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds runs of one log that overlap in time: each run is compared with the one that ended last before it. Times are local
 * and without a zone, so only those of one log can be compared.
 */
export function createOverlaps(): (run: RunRecord) => Message | undefined {
  let last: Span | undefined;
  return (run) => {
    const span = spanOf(run);
    if (span === undefined) return undefined;
    const before = last;
    if (before === undefined || span.end > before.end) last = span;
    const isOverlap = before !== undefined && span.start < before.end - tolerance && before.start < span.end - tolerance;
    return isOverlap ? messages.overlap(before.line) : undefined;
  };
}

function spanOf({ started, ended, hours, lines }: RunRecord): Span | undefined {
  const end = ended === undefined ? undefined : localSeconds(ended);
  const start = started === undefined ? undefined : localSeconds(started);
  const length = hours === undefined ? undefined : hours * 3600;
  const line = lines[1];
  if (end !== undefined && length !== undefined) return { line, start: end - length, end };
  if (start !== undefined && length !== undefined) return { line, start, end: start + length };
  return undefined;
}
