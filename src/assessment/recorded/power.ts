import { atMost, THIN } from '../../units/format.js';
import type { Quantity } from '../../units/quantity.js';
import type { MeasurementBoundary } from '../ids.js';

/** Power of all devices over time, in equal steps. */
export interface PowerSeries {
  /** Instant in UTC at which the first step begins: `2022-03-11T12:00:00Z`. */
  readonly start: string;
  /** Length of a step. */
  readonly step: Quantity<'s'>;
  /** Unit of the powers. */
  readonly unit: 'W';
  /** Mean power in each step; `null` where nothing was recorded. */
  readonly mean: readonly (number | null)[];
  /** Highest power in each step, of the means over parts of it; `null` where nothing was recorded. */
  readonly peak: readonly (number | null)[];
}

/** Power of a phase over its time, as it was recorded. */
export interface PowerRecord {
  /** Instant in UTC of the first sample. */
  readonly start: string;
  /** Instant in UTC of the last sample. */
  readonly end: string;
  /** Devices whose power was recorded. */
  readonly devices: number;
  /** What the power includes; absent where the record does not state it. */
  readonly boundary?: MeasurementBoundary | undefined;
  /** Device-hours of the recording. */
  readonly deviceHours: Quantity<'h'>;
  /**
   * Share of the device-hours for which power was recorded. The energy of the phase is that of this share.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly coverage: number;
  /** What the other device-hours would have used at the mean power of the work: in the upper end of the interval, and not in the value. */
  readonly uncovered?: Quantity<'kWh'> | undefined;
  /** Mean power of all devices together: energy ÷ time in which any device was recorded. */
  readonly mean: Quantity<'W'>;
  /** Highest power of all devices together in a step; absent where several records of the same time are added. */
  readonly peak?: Quantity<'W'> | undefined;
  /** Power over time, in at most 200 steps. */
  readonly series: PowerSeries;
}

/**
 * A share of the time that was recorded; never all of it where some is missing.
 *
 * @example coverageText(0.99996) //=> 'more than 99.9 %'
 */
export function coverageText(coverage: number): string {
  if (coverage > 0.9995 && coverage < 1) return `more than 99.9${THIN}%`;
  return `${atMost(coverage * 100, 3)}${THIN}%`;
}
