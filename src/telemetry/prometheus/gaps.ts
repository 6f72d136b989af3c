/** A time in which a device is covered, in Unix seconds. */
export type Interval = readonly [from: number, to: number];

/**
 * The covered times of a device between two times, from where it begins to be covered (positive) and ends (negative).
 *
 * @param isCovered Whether it is covered at all; it is decided by this where nothing begins or ends.
 * @example intervalsOf([[30, -1], [60, 1]], [0, 90], true) //=> [[0, 30], [60, 90]]
 */
export function intervalsOf(edges: readonly (readonly [number, number])[], [from, to]: Interval, isCovered: boolean): readonly Interval[] {
  const sorted = [...edges].sort(([a], [b]) => a - b);
  const first = sorted[0]?.[1];
  let begin = (first === undefined ? isCovered : first < 0) ? from : undefined;
  const found: Interval[] = [];
  for (const [time, value] of sorted) {
    if (value < 0 && begin !== undefined) found.push([begin, time]);
    begin = value < 0 ? undefined : time;
  }
  return begin === undefined ? found : [...found, [begin, to]];
}

/**
 * How many gaps are between covered times, and the longest of them.
 *
 * @param touching Seconds; intervals that are no farther apart are one.
 * @example gapsBetween([[60, 90], [0, 30], [89, 100], [400, 500]], 1) //=> { count: 2, longest: 300 }
 */
export function gapsBetween(intervals: readonly Interval[], touching: number): { readonly count: number; readonly longest: number } {
  let [count, longest, end] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [from, to] of [...intervals].sort(([a], [b]) => a - b)) {
    if (from - end > touching) {
      count += 1;
      longest = Math.max(longest, from - end);
    }
    end = Number.isFinite(end) ? Math.max(end, to) : to;
  }
  return { count, longest };
}
