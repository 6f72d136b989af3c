/** Lengths of the parts of time in which energies are summed (µs). Each is a multiple of the one before, and divides an hour. */
const lengths = [1e3, 1e4, 1e5, 1e6, 5e6, 10e6, 30e6, 60e6, 300e6, 600e6, 1800e6, 3600e6] as const;

/** Parts of the time, and parts of all devices together: what is kept in memory. */
const maxParts = 10_000;
const maxDeviceParts = 2_000_000;

/**
 * How finely the time of a run is divided: as finely as it was sampled and as memory allows, and never more coarsely than by the hour.
 *
 * @param span From the first sample to the last (µs).
 * @param interval Mean time between two samples of a device (µs).
 * @example resolutionFor(86_400e6, 8, 1e6) //=> 10_000_000, i.e. 8,640 parts of 10 s
 */
export function resolutionFor(span: number, devices: number, interval: number): number {
  const most = Math.min(maxParts, maxDeviceParts / devices);
  return lengths.find((length) => length >= interval && span / length <= most) ?? 3600e6;
}
