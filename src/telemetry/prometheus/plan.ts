/** What one query covers: windows of one length, from one grid time to another. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  /** Seconds of a window; the chunk has a whole number of them. */
  readonly window: number;
}

/** How a time is asked of a server. Times are Unix seconds. */
export interface Plan {
  /** Usual time between two samples. */
  readonly interval: number;
  /** The grid of evaluation: it divides an hour. */
  readonly grid: number;
  /** Two samples farther apart are a gap; a multiple of the grid where the server sums. */
  readonly longest: number;
  /** Energies are summed over windows of so long, at multiples of it: an hour is a multiple of it. */
  readonly window: number;
  /** Parts of a window whose mean power can be its peak. */
  readonly part: number;
  /** The time between is summed in the server. Before and after it, a few samples are read as they are; all, where both are equal. */
  readonly inner: { readonly from: number; readonly to: number };
  readonly chunks: readonly Chunk[];
}

export interface PlanInput {
  /** The first and the last sample. */
  readonly first: number;
  readonly last: number;
  readonly interval: number;
  /** As a person or the rule for files has it. */
  readonly longestStep: number;
  readonly samples: number;
  readonly series: number;
  /** So many samples are read as they are, which is exact. */
  readonly maxRaw?: number | undefined;
  /** Grid times × series of one query: some 10 s of a server's time, and less than its limit of samples. */
  readonly maxPoints?: number | undefined;
}

const hour = 3600;
const windows = [1, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600] as const;
const maxWindows = 500;
/** Timestamps of Prometheus differ by some milliseconds from the interval of the scrapes. */
const jitter = 0.02;
const defaults = { maxRaw: 20_000, maxPoints: 1_500_000 };
const maxStepsOfChunk = 10_000;

/**
 * Divides a time into queries. Windows begin at multiples of their length, so that hours of UTC are whole windows.
 *
 * @example planOf({ first: 0, last: 604800, interval: 15, longestStep: 45, samples: 322560, series: 8 }).window //=> 1800
 */
export function planOf({ first, last, interval, longestStep, samples, series, ...limits }: PlanInput): Plan {
  const { maxRaw = defaults.maxRaw, maxPoints = defaults.maxPoints } = limits;
  const grid = gridOf(interval);
  const onGrid = longestOnGrid(interval, longestStep, grid);
  const window = windows.find((length) => length % grid === 0 && length >= 4 * grid && (last - first) / length <= maxWindows) ?? hour;
  const part =
    windows.find((length) => length % grid === 0 && length >= Math.min(window, Math.max(60, 4 * grid)) && window % length === 0) ?? window;
  const from = Math.ceil((first + onGrid + grid) / grid) * grid;
  const to = Math.floor((last - onGrid) / grid) * grid;
  const isRaw = samples <= maxRaw || to - from < 4 * onGrid;
  const longest = isRaw ? longestStep : onGrid;
  const inner = isRaw ? { from: last, to: last } : { from, to };
  const chunks = isRaw ? [] : chunksOf(inner, window, Math.max(1, Math.floor((maxPoints * grid) / (series * window))));
  return { interval, grid, longest, window, part, inner, chunks };
}

/**
 * As many steps of the grid as the longest step of samples has, at most; but as many as whole steps between samples need, since each gap
 * is a number of these. Some seconds of jitter make no step more.
 */
function longestOnGrid(interval: number, longestStep: number, grid: number): number {
  const steps = Math.max(1, Math.floor(longestStep / interval + jitter));
  const needed = Math.ceil((steps * interval) / grid - Math.min(0.25, steps * jitter));
  return Math.max(1, needed, Math.floor((longestStep + jitter * interval) / grid)) * grid;
}

/** The longest step of whole seconds that divides an hour and is not above the interval. */
function gridOf(interval: number): number {
  const most = Math.min(hour / 4, Math.max(1, Math.floor(interval * (1 + jitter))));
  for (let step = most; step > 1; step--) if (hour % step === 0) return step;
  return 1;
}

/** The parts of windows at both ends are chunks of their own. */
function chunksOf({ from, to }: { readonly from: number; readonly to: number }, window: number, most: number): readonly Chunk[] {
  const [begin, end] = [Math.ceil(from / window) * window, Math.floor(to / window) * window];
  if (begin > end) return [{ from, to, window: to - from }];
  const count = Math.min(most, maxStepsOfChunk);
  const whole: Chunk[] = [];
  for (let at = begin; at < end; at += count * window) whole.push({ from: at, to: Math.min(end, at + count * window), window });
  const partOf = (a: number, b: number): readonly Chunk[] => (a < b ? [{ from: a, to: b, window: b - a }] : []);
  return [...partOf(from, begin), ...whole, ...partOf(end, to)];
}

/**
 * Halves of a chunk, for a server to which it was too much.
 *
 * @returns Nothing where it is one window.
 */
export function halvesOf({ from, to, window }: Chunk): readonly Chunk[] | undefined {
  const count = Math.round((to - from) / window);
  if (count < 2) return undefined;
  const middle = from + Math.floor(count / 2) * window;
  return [
    { from, to: middle, window },
    { from: middle, to, window },
  ];
}
