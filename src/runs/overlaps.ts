import type { Message } from '../diagnostics/message.js';
import { countCardsOnce, countOnce, measuredMeanwhile, type UnreadRun } from './counted-once.js';
import { countPart, type LoggedSpan, loggedSpan, type Taken } from './logged-span.js';
import { createMachines } from './machines.js';
import { messages } from './messages.js';
import { type Overlap, overlapsIn } from './overlap-readings.js';
import { type ReadApart, readApart } from './read-apart.js';
import { timeOf, timesOf } from './spans.js';

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
  /** Runs without an energy whose time is that of measured runs, by their phases. */
  readonly meanwhile: ReadonlyMap<unknown, number>;
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
  const unread: UnreadRun[] = [];
  let [isFull, hasUncounted] = [false, false];
  return {
    add: (taken) => {
      const { found, sameMachine, count } = taken;
      const times = timesOf(found.run);
      const time = sameMachine === true && found.run.energy === undefined ? timeOf(found.run) : undefined;
      if (time !== undefined && unread.length < most) {
        unread.push({ taken, ...time, machine: machines.of(found) });
        return;
      }
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
      const meanwhile = countUnread(unread, measuredMeanwhile(unread, spans), phaseOf);
      const tooMany = hasUncounted ? messages.tooManyToCountOnce(most) : isFull ? messages.tooManyToCompare(most) : undefined;
      return { overlaps: [...overlapsIn(spans), ...once], apart: readApart(spans), meanwhile, tooMany };
    },
  };
}

/** Counts the runs without an energy; of those at whose time the machine was measured their work alone. */
function countUnread(
  unread: readonly UnreadRun[],
  measured: ReadonlySet<UnreadRun>,
  phaseOf: (phase: unknown) => unknown,
): ReadonlyMap<unknown, number> {
  const phases = new Map<unknown, number>();
  for (const one of unread) {
    const { found, phase, count } = one.taken;
    const isMeasured = measured.has(one);
    count(found.run, isMeasured);
    if (isMeasured) phases.set(phaseOf(phase), (phases.get(phaseOf(phase)) ?? 0) + 1);
  }
  return phases;
}
