import type { Factor, FactorSource, Lookup, LookupStep } from '../factor.js';
import type { RangeId } from '../ranges.js';
import { takeYear } from '../years.js';

export type Intensity = Factor<'gCO2e/kWh'>;

/** What is averaged: the power plants of a place, or all that supplies it, imports included. */
export type Mix = 'production' | 'consumption';

/** The figures of one place in one table. */
export interface Series {
  /** In a reader's words: `France`, `grid zone US-NW-BPAT`. */
  readonly what: string;
  readonly key: string;
  readonly id: string;
  /** By year. */
  readonly values: Readonly<Record<number, number>>;
  readonly mix: Mix;
  readonly range: RangeId;
  /** 5 % and 95 % points, where the range of the row is not meant. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly note?: string | undefined;
  readonly source: FactorSource;
}

export interface Taken {
  readonly found: Intensity;
  readonly mix: Mix;
  readonly year: number;
  readonly steps: readonly LookupStep[];
}

type Missed = Extract<Lookup<never>, { why: string }>;

/**
 * The figure of the nearest year in any of the tables; where several tables have that year, of the first of them. So the year asked
 * for in a later table comes before another year in the first.
 */
export function takeFrom(tables: readonly Series[], what: string, wanted: number | undefined): Taken | Missed {
  const years = [...new Set(tables.flatMap(yearsOf))].sort((a, b) => a - b);
  const year = takeYear(what, years, wanted, publishersOf(tables));
  if (year !== undefined) {
    for (const series of tables) {
      const found = factorOf(series, year.year);
      if (found !== undefined) return { found, mix: series.mix, year: year.year, steps: year.steps };
    }
  }
  return { why: 'no-year', candidates: years.map(String) };
}

/** `Electricity Maps, Our World in Data or Ember`: who publishes the tables. */
function publishersOf(tables: readonly Series[]): string {
  const names = [...new Set(tables.map(({ source }) => source.title.split(':')[0] ?? source.title))];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function yearsOf({ values }: Series): readonly number[] {
  return Object.keys(values).map(Number);
}

function factorOf({ what, key, id, values, mix, range, low, high, note, source }: Series, year: number): Intensity | undefined {
  const value = values[year];
  if (value === undefined) return undefined;
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${year}`;
  const kind = `life-cycle, average, ${mix} mix, location-based`;
  return {
    id: `${id}-${year}`,
    title,
    value,
    low,
    high,
    range,
    unit: 'gCO2e/kWh',
    year,
    zone: key,
    kind,
    note,
    source,
  };
}

/** Every figure of the tables of a place, each year once: as `takeFrom` would take it. */
export function factorsOf(tables: readonly Series[]): readonly Intensity[] {
  return [...new Set(tables.flatMap(yearsOf))].flatMap((year) => {
    for (const series of tables) {
      const found = factorOf(series, year);
      if (found !== undefined) return [found];
    }
    return [];
  });
}
