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
  /** Values at or above it are no measurement; given where such a value was seen. */
  readonly below?: number | undefined;
}

/**
 * The texts of queries. Each is evaluated over one window of whole grid steps, whose energy is the sum over the window.
 *
 * At a grid time g the last sample is p0, and one grid step later p1. A step counts (p0 + p1) ÷ 2 × grid: the trapezoid rule. It
 * counts only where g lies between two samples that are near enough. A sample is *present* for `longest` seconds; where it is present
 * at each grid time from g to g + longest, the next sample came in time. So that no offset is negative, all is asked at g + longest.
 *
 * `increase` and `rate` are not used: they extrapolate to the ends of a window, over gaps too. Ranges end 1 ms short, since a range
 * that is closed on both sides (before Prometheus 3) would take the sample at its beginning twice.
 */
export function expressionsOf(terms: Terms) {
  const { grid, longest, kind } = terms;
  const covered = coveredAt(terms, 0);
  const energy = `(${kind === 'power' ? powerStep(terms) : counterStep(terms)}) and ${covered}`;
  const over = (name: string, expression: string, seconds: number): string =>
    `${name}((${expression})[${milliseconds(seconds) - 1}ms:${grid}s])`;
  return {
    /** Time of evaluation for a window that ends at this time. */
    at: (end: number): number => end + longest - grid,
    fleetEnergy: (seconds: number): string => `sum(${over('sum_over_time', energy, seconds)})`,
    fleetCovered: (seconds: number): string => `sum(${over('count_over_time', covered, seconds)})`,
    deviceEnergy: (seconds: number): string => over('sum_over_time', energy, seconds),
    deviceCovered: (seconds: number): string => over('count_over_time', covered, seconds),
    /** How often a device began to be covered. */
    deviceStarts: (seconds: number): string => over('count_over_time', `${covered} unless ${coveredAt(terms, grid)}`, seconds),
    /** First and last time that a device is covered, plus `longest`. */
    deviceFirst: (seconds: number): string => over('min_over_time', `${covered} * 0 + time()`, seconds),
    deviceLast: (seconds: number): string => over('max_over_time', `${covered} * 0 + time()`, seconds),
    /** Times that a device begins or ends to be covered. */
    edges: (): string => `(${covered} unless ${coveredAt(terms, grid)}) or (${coveredAt(terms, grid)} unless ${covered}) * -1`,
  };
}

/** Queries that need no grid; a window ends at the time of evaluation. */
export function plainQueries({
  series,
  by,
  longest,
  kind,
  below,
  grid,
}: Pick<Terms, 'series' | 'by' | 'longest' | 'kind' | 'below' | 'grid'>) {
  const range = (seconds: number): string => `${series}[${milliseconds(seconds) - 1}ms]`;
  const grouped = (how: 'sum' | 'max', expression: string): string =>
    by === undefined ? expression : `${how} ${labels(by)} (${expression})`;
  const level = (seconds: number): string =>
    below === undefined
      ? grouped('max', `avg_over_time(${range(seconds)})`)
      : valid(last({ series, by, longest, below, grid, kind }, 0), below);
  const growth = (seconds: number): string => {
    const terms = { series, by, longest, below, grid, kind };
    return `clamp_min(${last(terms, 0)} - ${last(terms, seconds)}, 0)`;
  };
  return {
    samples: (seconds: number): string => grouped('sum', `count_over_time(${range(seconds)})`),
    peak: (seconds: number): string => grouped('max', `max_over_time(${range(seconds)})`),
    lowest: (seconds: number): string => grouped('max', `min_over_time(${range(seconds)}) * -1`),
    /** One step more than the window, for a reset between its first sample and the one before. */
    resets: (seconds: number): string => grouped('sum', `resets(${range(seconds + grid)})`),
    /** The highest mean of all devices together, over parts of the window. Of counters, in their unit for each part. */
    fleetPeak: (seconds: number, part: number): string =>
      `max_over_time((sum(${kind === 'power' ? level(part) : growth(part)}))[${milliseconds(seconds) - 1}ms:${part}s])`,
    raw: (seconds: number): string => `${series}[${milliseconds(seconds)}ms]`,
  };
}

/** Samples of the selector in windows: how many in all, and of the series with the most. */
export const densityQueries = (series: string) => ({
  all: (seconds: number): string => `sum(count_over_time(${series}[${milliseconds(seconds) - 1}ms]))`,
  most: (seconds: number): string => `max(count_over_time(${series}[${milliseconds(seconds) - 1}ms]))`,
});

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

const labels = (by: readonly string[]): string => `by (${by.join(', ')})`;

/** The last sample of a device up to so many seconds before the time of evaluation. */
function last({ series, longest, by }: Terms, before: number): string {
  const offset = before === 0 ? '' : ` offset ${milliseconds(before)}ms`;
  const expression = `last_over_time(${series}[${milliseconds(longest) - 1}ms]${offset})`;
  return by === undefined ? expression : `max ${labels(by)} (${expression})`;
}

/** A comparison drops what is not a number, too. */
function valid(expression: string, below: number | undefined): string {
  return below === undefined ? expression : `(${expression} >= 0 < ${below})`;
}

function powerStep(terms: Terms): string {
  const { longest, grid, below } = terms;
  return `(${valid(last(terms, longest), below)} + ${valid(last(terms, longest - grid), below)}) / 2`;
}

/** How much a counter grew. A lower value is a counter that began again at 0. */
function counterStep(terms: Terms): string {
  const { longest, grid, below } = terms;
  const [before, after] = [valid(last(terms, longest), below), valid(last(terms, longest - grid), below)];
  return `(${after} - ${before} >= 0) or (${after} + 0)`;
}

function coveredAt(terms: Terms, before: number): string {
  const { series, longest, grid, by } = terms;
  const present = `present_over_time(${series}[${milliseconds(longest) - 1}ms])`;
  const one = by === undefined ? present : `max ${labels(by)} (${present})`;
  const offset = before === 0 ? '' : ` offset ${milliseconds(before)}ms`;
  return `(count_over_time((${one})[${milliseconds(longest + grid / 2)}ms:${grid}s]${offset}) == ${Math.round(longest / grid) + 1})`;
}
