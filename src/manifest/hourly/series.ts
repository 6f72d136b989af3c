import type { Message } from '../../diagnostics/message.js';

/** Emissions of a grid hour by hour, as a file has them. */
export interface HourlySeries {
  /** gCO2e/kWh by hour since 1970, in UTC: the mean of the rows in the hour. */
  readonly values: ReadonlyMap<number, number>;
  /** Column that was read. */
  readonly column: string;
  /** Whether it covers the life cycle of generation, where the column says so. */
  readonly lifeCycle?: 'life-cycle' | 'direct' | undefined;
  /** Zone of the grid, where the file names one. */
  readonly zone?: string | undefined;
  /** Hours that the publisher marks as estimated. */
  readonly estimated: ReadonlySet<number>;
  /** Whether it is a download of Electricity Maps, whose figures are of the electricity that is consumed. */
  readonly isElectricityMaps: boolean;
  /** What is odd about the file. */
  readonly remarks: readonly Message[];
}

/** By which a series is found: its file as the manifest names it, and which of its columns is meant. */
export function hourlyKey(file: string, basis: 'life-cycle' | 'direct' = 'life-cycle'): string {
  return JSON.stringify([file, basis]);
}
