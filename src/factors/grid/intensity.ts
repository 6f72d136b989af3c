import { nearestThree } from '../candidates.js';
import type { Factor, FactorSource, Lookup } from '../factor.js';
import { cloudRegionMetadata } from '../sources.js';
import { steps } from '../steps.js';
import { takeYear } from '../years.js';
import { findCountry } from './countries.js';
import { countryIntensities, firstCountryYear } from './country-data.js';
import { firstZoneYear, zoneIntensities } from './zone-data.js';

export type Intensity = Factor<'gCO2e/kWh'>;
/** `world` only where a manifest asks for it: it is never a fallback. */
export type GridPlace = { readonly country: string } | { readonly zone: string } | 'world';

const ourWorldInData: FactorSource = {
  id: 'owid-carbon-intensity-2024',
  title: 'Our World in Data: Carbon intensity of electricity, May 2024, from Ember and the Energy Institute',
  url: 'https://ourworldindata.org/grapher/carbon-intensity-electricity',
  year: 2024,
  licence: 'CC BY 4.0',
};

interface Series {
  /** As a reader would say it: `France`, `grid zone US-NW-BPAT`. */
  readonly what: string;
  readonly key: string;
  readonly id: string;
  readonly first: number;
  readonly values: readonly (number | undefined)[];
  readonly kind: string;
  readonly source: FactorSource;
}

/**
 * The average intensity of a grid on a life-cycle basis: of the year that is asked for, else of the nearest within three.
 * Country figures are of the production mix, zone figures of the consumption mix: comparing two of different kinds
 * compares methods.
 *
 * @param year Undefined takes the newest, and says so.
 * @example gridIntensity({ country: 'FR' }, 2022) // 78.81113 gCO2e/kWh, no steps
 */
export function gridIntensity(place: GridPlace, year: number | undefined): Lookup<Intensity> {
  if (place === 'world') return fromSeries(countrySeries('WORLD', 'the world'), year);
  if ('zone' in place) return zoneIntensity(place.zone, year);
  const country = findCountry(place.country);
  if (country.found === undefined) return country;
  return fromSeries(countrySeries(country.found.code, country.found.name), year);
}

/** A zone's own figures; where it has none near the year, those of its country, with a step that says what changes. */
function zoneIntensity(zone: string, year: number | undefined): Lookup<Intensity> {
  const key = zone.trim().toUpperCase();
  const own = zoneSeries(key);
  const found = fromSeries(own, year);
  if (found.found !== undefined) return found;
  const country = findCountry(key.split('-')[0] ?? key);
  if (country.found === undefined)
    return {
      why: 'unknown',
      candidates: nearestThree(
        key,
        Object.keys(zoneIntensities).map((offer) => ({ offer, words: [offer] })),
      ),
    };
  const { code, name } = country.found;
  const fallback = fromSeries(countrySeries(code, name), year);
  if (fallback.found === undefined) return fallback;
  return { found: fallback.found, steps: [steps.countryForZone(own.what, name), ...fallback.steps] };
}

function fromSeries(series: Series, wanted: number | undefined): Lookup<Intensity> {
  const years = yearsOf(series);
  const taken = takeYear(series.what, years, wanted);
  const found = taken === undefined ? undefined : factorOf(series, taken.year);
  if (taken === undefined || found === undefined) return { why: 'no-year', candidates: years.map(String) };
  return { found, steps: taken.steps };
}

function factorOf({ what, key, id, first, values, kind, source }: Series, year: number): Intensity | undefined {
  const value = values[year - first];
  if (value === undefined) return undefined;
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${year}`;
  return { id: `${id}-${year}`, title, value, unit: 'gCO2e/kWh', year, zone: key, kind, source };
}

function yearsOf({ first, values }: Series): readonly number[] {
  return values.flatMap((value, index) => (value === undefined ? [] : [first + index]));
}

function countrySeries(key: string, what: string): Series {
  return {
    what,
    key,
    id: `grid-${key.toLowerCase()}`,
    first: firstCountryYear,
    values: valuesOf(countryIntensities, key),
    kind: 'life-cycle, average, production mix, location-based',
    source: ourWorldInData,
  };
}

function zoneSeries(key: string): Series {
  return {
    what: `grid zone ${key}`,
    key,
    id: `grid-zone-${key.toLowerCase()}`,
    first: firstZoneYear,
    values: valuesOf(zoneIntensities, key),
    kind: 'life-cycle, average, consumption mix, location-based',
    source: cloudRegionMetadata,
  };
}

function valuesOf(table: Readonly<Record<string, readonly (number | undefined)[]>>, key: string): readonly (number | undefined)[] {
  return Object.hasOwn(table, key) ? (table[key] ?? []) : [];
}

/** Every row of both tables. */
export function gridFactors(): readonly Intensity[] {
  const countries = Object.keys(countryIntensities).map((key) => {
    const country = findCountry(key).found;
    return countrySeries(key, country === undefined ? 'the world' : country.name);
  });
  const all = [...countries, ...Object.keys(zoneIntensities).map(zoneSeries)];
  return all.flatMap((series) => yearsOf(series).flatMap((year) => factorOf(series, year) ?? []));
}
