import type { Message } from '../diagnostics/message.js';
import { countCardsOnce, countOnce } from './counted-once.js';
import { countPart, type LoggedSpan, loggedSpan, type Taken } from './logged-span.js';
import { createMachines } from './machines.js';
import { messages } from './messages.js';
import { type Overlap, overlapsIn } from './overlap-readings.js';
import { type ReadApart, readApart } from './read-apart.js';
import { timesOf } from './spans.js';

/** Runs whose times are kept: some 10 MB. */
const maxSpans = 50_000;

/** Finds runs that overlap in time, in all the logs of a manifest. */
export interface Overlaps {
  readonly add: (taken: Taken) => void;
  /**
   * Counts the runs that had to wait for the others.
   *
   * @param phaseOf The phase that has become of the one with which a run was added.
   */
  readonly end: (phaseOf?: (phase: unknown) => unknown) => EndedOverlaps;
}

export interface EndedOverlaps {
  readonly overlaps: readonly Overlap[];
  /** Logs of one machine of which one read the GPUs and the other one the rest. */
  readonly apart: readonly ReadApart[];
  /** What is wrong where there were more runs than are compared. */
  readonly tooMany?: Message | undefined;
}

/**
 * Runs that may be of one machine (`mayBeOne`) and overlap by more than two seconds, in one log or in several. They are added, and
 * reported, since each may have the energy of all. With `same_machine: true` they are counted once, and recordings of one card (by
 * its UUID) always are.
 *
 * @param most Runs that are compared. Those beyond are counted, without being compared.
 */
export function createOverlaps(most = maxSpans): Overlaps {
  const machines = createMachines();
  const spans: LoggedSpan[] = [];
  let [isFull, hasUncounted] = [false, false];
  return {
    add: (taken) => {
      const { found, sameMachine, count } = taken;
      const times = timesOf(found.run);
      if (times === undefined || spans.length >= most) {
        isFull ||= times !== undefined;
        hasUncounted ||= times !== undefined && sameMachine === true;
        count(found.run);
        return;
      }
      const span = loggedSpan(taken, times, machines.of(found));
      if (span.held === undefined) count(found.run);
      spans.push(span);
    },
    end: (phaseOf = (phase) => phase) => {
      for (const span of spans) span.phase = phaseOf(span.phase);
      const once = [...countOnce(spans), ...countCardsOnce(spans)];
      for (const { held, share } of spans) if (held !== undefined) countPart(held, share);
      const tooMany = hasUncounted ? messages.tooManyToCountOnce(most) : isFull ? messages.tooManyToCompare(most) : undefined;
      return { overlaps: [...overlapsIn(spans), ...once], apart: readApart(spans), tooMany };
    },
  };
}
