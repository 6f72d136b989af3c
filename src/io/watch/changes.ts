import type { Place, Touched } from './places.js';

/** Starts and stops one timer; tests have their own. */
export interface Timer {
  /** Does the work after so many milliseconds; what was started before is stopped. */
  readonly start: (work: () => void, milliseconds: number) => void;
  readonly stop: () => void;
}

/** Changes that come together, as those of one save: an editor writes in several steps. */
export interface Changes {
  readonly note: (place: Place) => void;
  /** All that changed since the last call, when it has been quiet for a moment; nothing once this has ended. */
  readonly next: () => Promise<Touched | undefined>;
  readonly end: () => void;
}

/** So long no further change comes after the last one of a save (milliseconds). */
export const quietTime = 50;
/** A file that is written without end is read in spite of that: a change starts the time again at most so often. */
export const maxRestarts = 20;

export function openChanges(timer: Timer = systemTimer()): Changes {
  let touched = new Map<string, Set<string> | 'all'>();
  let restarts = 0;
  let isQuiet = false;
  let hasEnded = false;
  let waiting: ((touched: Touched | undefined) => void) | undefined;
  const handOver = (): void => {
    if (waiting === undefined || !(isQuiet || hasEnded)) return;
    const done = waiting;
    const all = touched;
    waiting = undefined;
    touched = new Map();
    restarts = 0;
    isQuiet = false;
    done(hasEnded ? undefined : all);
  };
  return {
    note: ({ folder, name }) => {
      if (hasEnded) return;
      const names = touched.get(folder) ?? new Set();
      touched.set(folder, name === undefined || names === 'all' ? 'all' : names.add(name));
      if (restarts >= maxRestarts) return;
      restarts += 1;
      isQuiet = false;
      timer.start(() => {
        isQuiet = true;
        handOver();
      }, quietTime);
    },
    next: () =>
      new Promise((done) => {
        waiting = done;
        handOver();
      }),
    end: () => {
      hasEnded = true;
      timer.stop();
      handOver();
    },
  };
}

function systemTimer(): Timer {
  let running: NodeJS.Timeout | undefined;
  return {
    start: (work, milliseconds) => {
      clearTimeout(running);
      running = setTimeout(work, milliseconds);
    },
    stop: () => clearTimeout(running),
  };
}
