/** Seconds without a reading from which on it may be a gap. */
export const minGap = 60;

/** A gap is longer than the usual time between readings by this factor. */
const minRatio = 4;

/** Steps from which on one can say what is usual. */
const minSteps = 4;

/** Kinds of steps, by their length: the first up to a minute, each further one twice as long as the one before. */
const kinds = 16;

/** The first kind that is a gap where another is usual. */
const firstGap = (usual: number): number => (usual === 0 ? 1 : usual + Math.log2(minRatio) + 1);

const kindOf = (seconds: number): number => (seconds <= minGap ? 0 : Math.min(kinds - 1, 1 + Math.floor(Math.log2(seconds / minGap))));

/** The rhythm of a recording. */
export interface Rhythm {
  readonly add: (seconds: number) => void;
  /** Whether a time without a row is longer than a minute, and much longer than is usual so far. */
  readonly isGap: (seconds: number) => boolean;
}

/** Lengths of steps, each up to √2 times as long as the one before, from 4 ms to a year. */
const lengths = 64;
const shortest = 16;

export function createRhythm(): Rhythm {
  const counts = new Float64Array(lengths);
  return {
    add: (seconds) => {
      const length = Math.min(lengths - 1, Math.max(0, Math.floor(2 * Math.log2(seconds)) + shortest));
      counts[length] = (counts[length] ?? 0) + 1;
    },
    isGap: (seconds) => seconds > minGap && seconds > minRatio * 2 ** ((medianKind(counts) + 1 - shortest) / 2),
  };
}

/** The gaps of one device. */
export interface GapSum {
  readonly count: number;
  readonly longest: number;
  /** The line of the row behind the longest. */
  readonly line: number;
  readonly seconds: number;
  readonly joules: number;
}

/** Times between readings. Memory does not grow with their number. */
export interface Gaps {
  readonly add: (seconds: number, joules: number, line: number) => void;
  /** Steps that are longer than a minute, and much longer than is usual: a meter that is read each quarter of an hour has no gaps. */
  readonly sum: () => GapSum | undefined;
}

export function createGaps(): Gaps {
  const counts = new Float64Array(kinds);
  const [seconds, joules, longest] = [new Float64Array(kinds), new Float64Array(kinds), new Float64Array(kinds)];
  const lines = new Float64Array(kinds);
  return {
    add: (step, energy, line) => {
      const kind = kindOf(step);
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (kind === 0) return;
      seconds[kind] = (seconds[kind] ?? 0) + step;
      joules[kind] = (joules[kind] ?? 0) + energy;
      if (step > (longest[kind] ?? 0)) [longest[kind], lines[kind]] = [step, line];
    },
    sum: () => {
      const first = firstGap(usualKind(counts));
      const sum = (values: Float64Array): number => values.subarray(first).reduce((total, value) => total + value, 0);
      const count = sum(counts);
      // Lengths rise with their kinds.
      const last = longest.findLastIndex((length) => length > 0);
      if (count === 0) return undefined;
      return { count, longest: longest[last] ?? 0, line: lines[last] ?? 0, seconds: sum(seconds), joules: sum(joules) };
    },
  };
}

/** The kind of the median step; the first where there are too few. */
function usualKind(counts: Float64Array): number {
  return sumOf(counts) < minSteps ? 0 : medianKind(counts);
}

const sumOf = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

function medianKind(counts: Float64Array): number {
  const half = sumOf(counts) / 2;
  let before = 0;
  return counts.findIndex((count) => {
    before += count;
    return before >= half;
  });
}
