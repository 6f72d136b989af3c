import type { Metric } from './metrics.js';

/** What the expressions of one collection share. */
export interface Terms {
  /** The selector, with its conditions. */
  readonly series: string;
  readonly kind: Metric['kind'];
  /** Seconds of the grid that the server evaluates at: the time between two samples, so that it divides an hour. */
  readonly grid: number;
  /** Seconds; two samples farther apart are a gap. A multiple of the grid. */
  readonly longest: number;
  /** Labels of a device, where it has several series. */
  readonly by?: readonly string[] | undefined;
  /** Values at or above it, and those below 0, are no samples. Given where such a value was seen, since it takes the server longer. */
  readonly below?: number | undefined;
  /** Mean power (W or J/s of the metric's unit) below which a device counts as idle in a step of the grid. */
  readonly idleBelow?: number | undefined;
}

/**
 * The texts of queries on the grid. Each is evaluated over one window of whole grid steps, whose energy is the sum over the window.
 *
 * At a grid time g the last sample is p0, and one grid step later p1. A step counts (p0 + p1) ÷ 2 × grid: the trapezoid rule. It
 * counts only where g lies between two samples that are near enough. A sample is *present* for `longest` seconds; where one is present
 * at each grid time from g to g + longest, the next sample came in time. So that no offset is negative, all is asked at g + longest.
 *
 * `increase` and `rate` are not used: they extrapolate to the ends of a window, over gaps too. Ranges end 1 ms short, since a range
 * that is closed on both sides (before Prometheus 3) would take the sample at its beginning twice. `timestamp` is not used: before
 * Prometheus 2.44 it takes the square of a window's length.
 */
export function gridQueries(terms: Terms) {
  const { grid, longest, kind } = terms;
  const covered = coveredAt(terms, 0);
  const [before, after] = [last(terms, longest), last(terms, longest - grid)];
  // A counter with a lower value than before began again at 0.
  const step = kind === 'power' ? `(${before} + ${after}) / 2` : `(${after} - ${before} >= 0) or (${after} + 0)`;
  const energy = `(${step}) and ${covered}`;
  // In a step a counter grows by power × time.
  const idle = `(${energy}) < ${(terms.idleBelow ?? 0) * (kind === 'power' ? 1 : grid)}`;
  const over = (name: string, expression: string, seconds: number): string => `${name}((${expression})${subquery(seconds, grid)})`;
  return {
    /** Time of evaluation for a window that ends at this time. */
    at: (end: number): number => end + longest - grid,
    fleetEnergy: (seconds: number): string => `sum(${over('sum_over_time', energy, seconds)})`,
    fleetCovered: (seconds: number): string => `sum(${over('count_over_time', covered, seconds)})`,
    deviceEnergy: (seconds: number): string => over('sum_over_time', energy, seconds),
    deviceCovered: (seconds: number): string => over('count_over_time', covered, seconds),
    /** Energy and number of the steps below the threshold of idle. */
    deviceIdleEnergy: (seconds: number): string => over('sum_over_time', idle, seconds),
    deviceIdleCovered: (seconds: number): string => over('count_over_time', idle, seconds),
    /** How often a device began to be covered. */
    deviceStarts: (seconds: number): string => over('count_over_time', `${covered} unless ${coveredAt(terms, grid)}`, seconds),
    /** The first and the last grid time at which a device is covered, plus `longest`. */
    deviceFirst: (seconds: number): string => over('min_over_time', `${covered} * 0 + time()`, seconds),
    deviceLast: (seconds: number): string => over('max_over_time', `${covered} * 0 + time()`, seconds),
    /** At which grid times, plus `longest`, a device begins to be covered (positive) or ends (negative). */
    deviceEdges: (seconds: number): string => {
      const before = coveredAt(terms, grid);
      return `((${covered} unless ${before}) or ((${before} unless ${covered}) * -1))${subquery(seconds, grid)}`;
    },
  };
}

/** Queries of samples in a window, which ends at the time of evaluation. */
export function sampleQueries(terms: Terms) {
  const { kind, grid } = terms;
  const level = (seconds: number): string => grouped(terms, 'max', `avg_over_time(${range(terms, seconds)})`);
  const growth = (seconds: number): string => `clamp_min(${last(terms, 0)} - ${last(terms, seconds)}, 0)`;
  return {
    samples: (seconds: number): string => grouped(terms, 'sum', `count_over_time(${range(terms, seconds)})`),
    highest: (seconds: number): string => grouped(terms, 'max', `max_over_time(${range(terms, seconds)})`),
    /** Values that are no samples, by what is wrong with them. They are counted as seen on the grid. */
    negative: (seconds: number): string => rejected(terms, seconds, (value) => `${value} < 0`),
    implausible: (seconds: number): string => rejected(terms, seconds, (value) => `${value} >= ${terms.below ?? Number.MAX_VALUE}`),
    // Only what is not a number differs from itself.
    notAvailable: (seconds: number): string => rejected(terms, seconds, (value) => `${value} != ${value}`),
    lowest: (seconds: number): string => `min(min_over_time(${range(terms, seconds)}))`,
    /** One step more than the window, for a reset between its first sample and the one before. */
    resets: (seconds: number): string => grouped(terms, 'sum', `resets(${range(terms, seconds + grid)})`),
    /** The highest mean of all devices together, over parts of the window. Of counters, how much they grew in such a part. */
    fleetPeak: (seconds: number, part: number): string =>
      `max_over_time((sum(${kind === 'power' ? level(part) : growth(part)}))${subquery(seconds, part)})`,
  };
}

/** Queries of a selector before anything is known of it. */
export const firstQueries = (series: string) => ({
  /** All samples in a window, and those of the series with the most. */
  all: (seconds: number): string => `sum(count_over_time(${series}[${milliseconds(seconds) - 1}ms]))`,
  most: (seconds: number): string => `max(count_over_time(${series}[${milliseconds(seconds) - 1}ms]))`,
  /** The samples themselves. */
  raw: (seconds: number): string => `${series}[${milliseconds(seconds)}ms]`,
});

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

const subquery = (seconds: number, step: number): string => `[${milliseconds(seconds) - 1}ms:${step}s]`;

/** Samples of a window; without invalid ones as seen on the grid, on which each sample is once. */
function range({ series, grid, below }: Terms, seconds: number): string {
  if (below === undefined) return `${series}[${milliseconds(seconds) - 1}ms]`;
  // A comparison drops what is not a number, too.
  return `(last_over_time(${series}[${milliseconds(grid) - 1}ms]) >= 0 < ${below})${subquery(seconds, grid)}`;
}

function rejected({ series, grid }: Terms, seconds: number, condition: (value: string) => string): string {
  const value = `last_over_time(${series}[${milliseconds(grid) - 1}ms])`;
  return `sum(count_over_time((${condition(value)})${subquery(seconds, grid)}))`;
}

function grouped({ by }: Terms, how: 'sum' | 'max', expression: string): string {
  return by === undefined ? expression : `${how} by (${by.join(', ')}) (${expression})`;
}

const offset = (seconds: number): string => (seconds === 0 ? '' : ` offset ${milliseconds(seconds)}ms`);

/** The last sample of a device, as it was so many seconds before the time of evaluation. */
function last(terms: Terms, before: number): string {
  return grouped(terms, 'max', `last_over_time(${range(terms, terms.longest)}${offset(before)})`);
}

/** Where a device is covered; `before` steps back from the time that is asked. */
function coveredAt(terms: Terms, before: number): string {
  const { longest, grid } = terms;
  const present = grouped(terms, 'max', `present_over_time(${range(terms, longest)})`);
  const times = `[${milliseconds(longest + grid / 2)}ms:${grid}s]${offset(before)}`;
  return `(count_over_time((${present})${times}) == ${Math.round(longest / grid) + 1})`;
}
