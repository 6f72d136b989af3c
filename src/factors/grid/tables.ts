import type { FactorSource } from '../factor.js';
import type { RangeId } from '../range-ids.js';
import type { Country } from './countries.js';
import { countryIntensities } from './country-data.js';
import { electricityMaps, publishedZones } from './electricity-maps.js';
import { emberIntensities } from './ember-data.js';
import type { Series } from './series.js';

/** The series of each place, with its range and its source. `intensity.ts` looks up in them. */

export const world: Country = { code: 'WORLD', name: 'the world' };
export const union: Country = { code: 'EU27', name: 'the European Union' };

const ourWorldInData: FactorSource = {
  id: 'owid-carbon-intensity-2024',
  title: 'Our World in Data: Carbon intensity of electricity, May 2024, from Ember and the Energy Institute',
  url: 'https://ourworldindata.org/grapher/carbon-intensity-electricity',
  year: 2024,
  licence: 'CC BY 4.0',
};

const ember: FactorSource = {
  id: 'ember-averages-co2js',
  title: 'Ember: Yearly Electricity Data, newest average by country, republished in CO2.js (@tgwf/co2 0.19.0)',
  url: 'https://ember-energy.org/data/yearly-electricity-data/',
  year: 2026,
  licence: 'CC BY 4.0',
};

/** What a country's power plants produce: Our World in Data to 2023, Ember's newest after it, one series on one basis. */
export function producedSeries(key: string, what: string): readonly Series[] {
  const spread = rowOf(spreads, key) ?? {};
  const common = { what, key, id: `grid-${key.toLowerCase()}`, mix: 'production', range: countryRange(key), ...spread } as const;
  const owid: Series = { ...common, values: rowOf(countryIntensities, key) ?? {}, source: ourWorldInData };
  const row = rowOf(emberIntensities, key);
  if (row === undefined) return [owid];
  const note = 'The year is that of CO2.js’s repository; the package names none.';
  return [owid, { ...common, values: { [row[1]]: row[2] }, note, source: ember }];
}

/** From the least to the most intensive grid of most of the area: Sweden to Poland in the European Union. */
const spreads: Readonly<Record<string, Pick<Series, 'low' | 'high'>>> = { WORLD: { low: 36, high: 750 }, EU27: { low: 36, high: 615 } };

/** What is consumed in a zone, imports included: Electricity Maps. */
export function zoneSeriesOf(key: string): Series | undefined {
  const zone = publishedZones().get(key);
  if (zone === undefined) return undefined;
  const isEstimate = isEstimated(Object.values(zone.values));
  const notes = [...(partsLeftOut[key] === undefined ? [] : [partsLeftOut[key]]), ...(isEstimate ? [estimate] : [])];
  return {
    what: zoneWords(key),
    key,
    id: `grid-zone-${key.toLowerCase()}`,
    values: zone.values,
    mix: 'consumption',
    range: zoneRange(key, isEstimate),
    note: notes.length === 0 ? undefined : notes.join(' '),
    source: electricityMaps,
  };
}

const estimate = 'The source has nearly one figure for all its years: an estimate.';

/** Whether a zone moves by less than 3 % in all its years, of which there are at least three: no grid does. */
export function isEstimated(values: readonly number[]): boolean {
  return values.length > 2 && Math.max(...values) / Math.min(...values) < 1.03;
}

export const zoneWords = (key: string): string => `grid zone ${key}`;

/** The same figure has the same range by country, zone and region: a zone that is a country has that of the country. */
function zoneRange(key: string, isEstimate: boolean): RangeId {
  const own = key.includes('-') ? 'grid-zone' : countryRange(key);
  return isEstimate && !wide.has(own) ? 'grid-estimate' : own;
}

const wide: ReadonlySet<RangeId> = new Set(['grid-wide-zones', 'grid-widest-zones']);

export const isSmallCountry = (key: string): boolean => smallCountries.has(key);

/** Years with a figure of what a country produces. */
export function countryYears(key: string): readonly number[] {
  return producedSeries(key, key).flatMap(({ values }) => Object.keys(values).map(Number));
}

/** The place within the country is unknown too, where it has several zones. */
function countryRange(key: string): RangeId {
  if (smallCountries.has(key)) return 'grid-small-country';
  if (!hasSeveralZones(key)) return 'grid-country';
  return Object.hasOwn(zonesApart, key) ? (zonesApart[key] ?? 'grid-several-zones') : 'grid-several-zones';
}

/** Countries and territories of fewer than 5 million people. */
const smallCountries: ReadonlySet<string> = new Set(
  (
    'AD AG AI AL AM AS AW AX BA BB BH BM BN BS BT BW BZ CK CV CW CY DJ DM EE FJ FK FO GA GD GE GF GG GI GL GM GP GQ GU GW GY HR IM IS ' +
    'JE JM KI KM KN KW KY LC LI LS LT LU LV MC MD ME MH MK MN MO MQ MS MT MU MV NA NC NR NU PA PF PM PR PW QA RE SB SC SH SI SM SR ST ' +
    'SX SZ TC TL TO TT TV UY VA VC VG VI VU WS XK'
  ).split(' '),
);

/** How far the zones of a country lie from its average; the others as the least of these. Sized by the zones of 2023. */
const zonesApart: Readonly<Record<string, RangeId>> = {
  AU: 'grid-wide-zones',
  BR: 'grid-wide-zones',
  CA: 'grid-widest-zones',
  US: 'grid-wide-zones',
};

/** Zones with a country's code that are less than the country. */
const partsLeftOut: Readonly<Record<string, string>> = {
  ES: 'The Balearic and Canary Islands, Ceuta and Melilla are zones of their own.',
  FR: 'Corsica is a zone of its own.',
  GB: 'Great Britain; Northern Ireland is a zone of its own.',
  PT: 'Madeira is a zone of its own.',
};

export function rowOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Every zone that has a figure, by Electricity Maps' id. */
export function gridZones(): readonly string[] {
  return [...publishedZones().keys()];
}

/** Whether the tables have several zones of a country, none of which is its mainland. Then a place in it may be far from its average. */
export function hasSeveralZones(country: string): boolean {
  return partsLeftOut[country] === undefined && gridZones().filter((zone) => zone.startsWith(`${country}-`)).length > 1;
}

/** Places with a figure of what is produced. */
export function producedKeys(): readonly string[] {
  return [...new Set([...Object.keys(countryIntensities), ...Object.keys(emberIntensities)])];
}
