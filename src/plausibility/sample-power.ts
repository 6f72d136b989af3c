import { thresholds } from './thresholds.js';

/** What a power is of: one accelerator, or a meter that may have a whole cluster behind it. */
export type Metered = 'accelerator' | 'other';

/** Whether this highest power of a sample is that of any device, for want of its own limit. */
export function isGeneralHighest(highest: number): boolean {
  return highest === thresholds.unknownSample.value || highest === thresholds.unknownMeterSample.value;
}

/**
 * Power (W) above which one sample is no reading of what was metered.
 *
 * @param limit The highest power limit of the accelerator, where it is known.
 * @example highestSample('accelerator', 700) //=> 1400
 */
export function highestSample(metered: Metered, limit?: number): number {
  if (metered === 'other') return thresholds.unknownMeterSample.value;
  return limit === undefined ? thresholds.unknownSample.value : limit * thresholds.sample.value;
}
