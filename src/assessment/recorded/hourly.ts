import type { Quantity } from '../../units/quantity.js';

/** Hours whose energy has no intensity beside it. */
export interface HoursWithout {
  /** Number of hours. */
  readonly hours: number;
  /** Their energy, for which the mean intensity of the other hours is used. */
  readonly energy: Quantity<'kWh'>;
}

/** The yearly average beside an hourly figure. */
export interface YearlyAverage {
  /** Name of the figure: `France, 2024`. */
  readonly title: string;
  /** Emissions of the grid in the year. */
  readonly intensity: Quantity<'gCO2e/kWh'>;
  /** Year of the figure. */
  readonly year?: number | undefined;
  /** Which case it is: `life-cycle, average, consumption mix, location-based`. */
  readonly kind?: string | undefined;
  /** What the electricity of the phase would have emitted by it. */
  readonly emissions?: Quantity<'kgCO2e'> | undefined;
  /** By how much the hourly figure is higher: hourly ÷ yearly − 1. The next two make it: (1 + period) × (1 + timing) − 1. */
  readonly difference: number;
  /** By how much the grid differed in these hours, each alike: their mean ÷ yearly − 1. */
  readonly period: number;
  /** Id of an entry of `sources`. */
  readonly source: string;
}

/** How an intensity was made from the energy and the intensity of each hour. */
export interface HourlyFacts {
  /** Instant in UTC at which the first hour begins. */
  readonly start: string;
  /** Instant in UTC at which the last hour ends. */
  readonly end: string;
  /** Hours that have an energy and an intensity. */
  readonly hours: number;
  /** Energy of these hours, as it was recorded. */
  readonly energy: Quantity<'kWh'>;
  /** Σ energy of the hour × intensity of the hour, over these hours. */
  readonly emissions: Quantity<'kgCO2e'>;
  /** Mean of the intensities of these hours, each hour alike. */
  readonly mean: Quantity<'gCO2e/kWh'>;
  /** By how much it matters in which of these hours more energy was used: weighted by energy ÷ mean − 1. */
  readonly timing: number;
  /** What the electricity of the phase emitted by the hourly intensities. */
  readonly electricity?: Quantity<'kgCO2e'> | undefined;
  /** Hours with an energy and without an intensity; absent where there are none. */
  readonly withoutIntensity?: HoursWithout | undefined;
  /** Hours of the recording without an energy; absent where there are none. */
  readonly withoutEnergy?: number | undefined;
  /** Hours whose intensity the publisher marks as estimated; absent where there are none. */
  readonly estimated?: number | undefined;
  /** Column of the series that was read. */
  readonly column: string;
  /** The yearly average of the same place; absent where the tables have none. */
  readonly yearly?: YearlyAverage | undefined;
}
