import { createSeenIds } from './seen-ids.js';

/** Runs that may go on side by side in one file; one that has not grown for so many others is taken for ended. */
export const mostOpen = 2048;

/** Runs of a log whose rows may not all have come. */
export interface OpenRuns<Run> {
  readonly get: (id: string) => Run | undefined;
  /** Whether the run was taken for ended before. */
  readonly hasEnded: (id: string) => boolean;
  /** Puts a run, or what it has become; gives the one that is taken for ended by that. */
  readonly put: (id: string, run: Run) => readonly [id: string, run: Run] | undefined;
  readonly rest: () => Iterable<readonly [id: string, run: Run]>;
}

export function createOpenRuns<Run>(): OpenRuns<Run> {
  const open = new Map<string, Run>();
  const ended = createSeenIds();
  let latest: string | undefined;
  return {
    get: (id) => open.get(id),
    hasEnded: (id) => !open.has(id) && ended.has(id),
    put: (id, run) => {
      // The last to have grown stands last.
      if (id !== latest) open.delete(id);
      latest = id;
      open.set(id, run);
      if (open.size <= mostOpen) return undefined;
      const [oldest] = open as unknown as Iterable<[string, Run]>;
      if (oldest === undefined) return undefined;
      open.delete(oldest[0]);
      ended.add(oldest[0]);
      return oldest;
    },
    rest: () => open,
  };
}
