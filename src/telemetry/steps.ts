/** Steps of about one length between samples of a device. */
export interface StepCount {
  readonly device: number;
  readonly steps: number;
  /** µs. */
  readonly length: number;
}

/** Steps from which on a device says itself what is usual. */
const minSteps = 4;

/** What is usual of all steps, and the longest step of each device that is not a gap (µs). */
export interface LongestSteps {
  readonly interval: number;
  readonly longest: readonly number[];
}

/**
 * The median step of all devices, and of each the multiple of its own. One with few steps goes by the others: two samples that are a
 * week apart are no rhythm.
 *
 * @example longestSteps([{ device: 0, steps: 100, length: 1e6 }], 1, 10) //=> { interval: 1e6, longest: [1e7] }
 */
export function longestSteps(counts: readonly StepCount[], devices: number, gap: number): LongestSteps {
  const interval = median(counts) ?? 0;
  const byDevice = groupedByDevice(counts);
  const longest = Array.from({ length: devices }, (_, device) => {
    const own = byDevice.get(device) ?? [];
    const steps = own.reduce((sum, count) => sum + count.steps, 0);
    const usual = steps < minSteps ? interval : (median(own) ?? interval);
    return Math.round(usual * gap);
  });
  return { interval, longest };
}

/** The steps of each device. */
export function groupedByDevice(counts: readonly StepCount[]): ReadonlyMap<number, readonly StepCount[]> {
  const devices = new Map<number, StepCount[]>();
  for (const count of counts) {
    const own = devices.get(count.device);
    if (own === undefined) devices.set(count.device, [count]);
    else own.push(count);
  }
  return devices;
}

/** The length that half of the steps do not exceed; nothing where there is no step. */
export function median(counts: readonly StepCount[]): number | undefined {
  const sorted = [...counts].sort((a, b) => a.length - b.length);
  const half = sorted.reduce((sum, { steps }) => sum + steps, 0) / 2;
  let before = 0;
  return sorted.find(({ steps }) => {
    before += steps;
    return before >= half;
  })?.length;
}
