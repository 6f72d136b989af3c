import type { Report } from '../diagnostics/report.js';
import { messages } from './messages.js';
import { createSeenIds } from './seen-ids.js';

/** Runs of one file that may continue at the same time. Beyond them, the one that has not grown for longest is taken as ended. */
export const maxOpen = 2048;

/** Runs of a log to which further rows may belong. */
export interface OpenRuns<Run> {
  readonly get: (id: string) => Run | undefined;
  /** Whether the run was treated as ended before. */
  readonly hasEnded: (id: string) => boolean;
  /** Puts a run in its present state. Returns the run that is taken as ended because of it. */
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
      // The run that grew last is last in the map.
      if (id !== latest) open.delete(id);
      latest = id;
      open.set(id, run);
      if (open.size <= maxOpen) return undefined;
      const [oldest] = open as unknown as Iterable<[string, Run]>;
      if (oldest === undefined) return undefined;
      open.delete(oldest[0]);
      ended.add(oldest[0]);
      return oldest;
    },
    rest: () => open,
  };
}

/** A run that has ended, with its id if it has one. */
type Ended<Run> = readonly [id: string | undefined, run: Run];

/** Joins rows into runs by their ids. */
export interface RowRuns<Run> {
  /**
   * Adds a row to the run of its id. A row without an id is a run.
   *
   * @param grow The run with the row, from the run before it.
   * @returns A run that has ended, if any.
   */
  readonly add: (id: string | undefined, grow: (before: Run | undefined) => Run, report: Report) => Ended<Run> | undefined;
  /** Rows that were added. */
  readonly count: () => number;
  /** The runs that have not ended before the end of the log. */
  readonly rest: () => Iterable<Ended<Run>>;
}

export function createRowRuns<Run>(): RowRuns<Run> {
  const open = createOpenRuns<Run>();
  let count = 0;
  return {
    add: (id, grow, report) => {
      count += 1;
      if (id === undefined) return [undefined, grow(undefined)];
      if (open.hasEnded(id)) report(messages.farApart(maxOpen));
      return open.put(id, grow(open.get(id)));
    },
    count: () => count,
    rest: open.rest,
  };
}

/** The sum of two values of one run, either of which may be missing. */
export function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : a + b;
}
