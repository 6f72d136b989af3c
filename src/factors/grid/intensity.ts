import { nearestThree } from '../candidates.js';
import type { FactorSource, Lookup } from '../factor.js';
import type { RangeId } from '../range-ids.js';
import { cloudRegionMetadata } from '../sources.js';
import { steps } from '../steps.js';
import { type Country, findCountry } from './countries.js';
import { countryIntensities, firstCountryYear } from './country-data.js';
import { electricityMaps, firstPublishedYear, publishedZones } from './electricity-maps.js';
import { emberIntensities } from './ember-data.js';
import { neighbours } from './neighbours.js';
import { factorsOf, type Intensity, type Series, type Taken, takeFrom } from './series.js';
import { firstZoneYear, zoneIntensities, zonesWithOneFigure } from './zone-data.js';

export type { Intensity } from './series.js';
/** `world` is only for manifests that ask for it, never a fallback. */
export type GridPlace = { readonly country: string } | { readonly zone: string } | 'world' | 'EU';

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

/**
 * The average intensity of a grid on a life-cycle basis: of the year that is asked for, else of the nearest within three.
 * A country's figure is for the electricity that it produces where one is published, a zone's for what it consumes. Where the other
 * was used, there is a step `other-basis`, since figures of two kinds differ by method, too.
 *
 * @param year Undefined takes the newest, with a step.
 * @example gridIntensity({ country: 'FR' }, 2022) // 78.81113 gCO2e/kWh, no steps
 */
export function gridIntensity(place: GridPlace, year: number | undefined): Lookup<Intensity> {
  if (place === 'world') return ofCountry(world, year);
  if (place === 'EU') return ofCountry(union, year);
  if ('zone' in place) return ofZone(place.zone.trim().toUpperCase(), year);
  const country = findCountry(place.country);
  return country.found === undefined ? country : ofCountry(country.found, year);
}

/** A country's figure for a place in it that has none of its own: `AWS us-west-2`, `grid zone CA-XX`. */
export function countryIntensityFor(what: string, country: string, year: number | undefined): Lookup<Intensity> {
  const place = findCountry(country);
  if (place.found === undefined) return place;
  const { code, name } = place.found;
  const taken = takeCountry(code, name, year);
  if (taken.found === undefined) return taken;
  const basis = taken.mix === 'production' ? [steps.producedInCountry(what, name)] : [];
  return { found: taken.found, steps: [steps.countryForZone(what, name), ...basis, ...taken.steps] };
}

const world: Country = { code: 'WORLD', name: 'the world' };
const union: Country = { code: 'EU27', name: 'the European Union' };

function ofCountry({ code, name }: Country, year: number | undefined): Lookup<Intensity> {
  const taken = takeCountry(code, name, year);
  if (taken.found === undefined) return taken;
  const basis = taken.mix === 'consumption' ? [steps.consumedForProduced(name, taken.year)] : [];
  return { found: taken.found, steps: [...taken.steps, ...basis] };
}

/** A zone's own figures; where it has none near the year, those of its country. A zone that is a country has the country's years too. */
function ofZone(key: string, year: number | undefined): Lookup<Intensity> {
  const what = zoneWords(key);
  const country = findCountry(key.split('-')[0] ?? key).found;
  const isCountry = country?.code === key;
  const produced = isCountry ? producedTables(key, country.name).flatMap((series) => series ?? []) : [];
  const taken = takeFrom([...zoneTables(key), ...produced], what, year);
  if (taken.found !== undefined && taken.mix === 'consumption') return withOther(taken, ...produced);
  if (taken.found !== undefined) {
    const basis = taken.mix === 'production' ? [steps.producedForConsumed(what, taken.year)] : [];
    return { found: taken.found, steps: [...taken.steps, ...basis] };
  }
  if (country !== undefined) return isCountry ? taken : countryIntensityFor(what, country.code, year);
  const zones = gridZones().map((zone) => ({ offer: zone, words: [zone] }));
  return { why: 'unknown', candidates: nearestThree(key, zones) };
}

const zoneWords = (key: string): string => `grid zone ${key}`;

/**
 * A country's figure from one series on one basis, so that no trend comes from a change of method: what it produces. Only a
 * country without one near the year has that of its zone, which is for what it consumes.
 */
function takeCountry(code: string, name: string, year: number | undefined): ReturnType<typeof takeFrom> {
  const produced = takeFrom(
    producedTables(code, name).flatMap((series) => series ?? []),
    name,
    year,
  );
  const published = code.length === 2 ? publishedSeries(code) : undefined;
  if (produced.found !== undefined) return withOther(produced, published);
  if (published === undefined) return takeNeighbour(code, name, year) ?? produced;
  const consumed = takeFrom([published], name, year);
  return consumed.found === undefined ? produced : consumed;
}

/** The figure of the country that supplies a small one. Where two do, the range reaches to that of the other. */
function takeNeighbour(code: string, name: string, year: number | undefined): Taken | undefined {
  const [main, also] = rowOf(neighbours, code) ?? [];
  const country = main === undefined ? undefined : findCountry(main).found;
  if (country === undefined) return undefined;
  const taken = takeCountry(country.code, country.name, year);
  if (taken.found === undefined) return undefined;
  const second = also === undefined ? undefined : takeCountry(also, also, taken.year).found?.value;
  const found = second === undefined ? taken.found : { ...taken.found, other: second };
  return { ...taken, found, steps: [steps.neighbourGrid(name, country.name), ...taken.steps] };
}

/** The figure with that of an independent source for the same year, where there is one. */
function withOther(taken: Taken, ...others: readonly (Series | undefined)[]): Taken {
  const [other] = others.flatMap((series) => series?.values[taken.year - series.first] ?? []);
  return other === undefined ? taken : { ...taken, found: { ...taken.found, other } };
}

function producedTables(key: string, what: string): readonly [Series, Series?] {
  const spread = rowOf(spreads, key) ?? {};
  const common = { what, key, id: `grid-${key.toLowerCase()}`, mix: 'production', range: countryRange(key), ...spread } as const;
  const owid: Series = { ...common, first: firstCountryYear, values: rowOf(countryIntensities, key) ?? [], source: ourWorldInData };
  const row = rowOf(emberIntensities, key);
  if (row === undefined) return [owid];
  const note = 'The year is that of CO2.js’s repository; the package names none.';
  return [owid, { ...common, first: row[1], values: [row[2]], note, source: ember }];
}

/** From the least to the most intensive grid of most of the area: Sweden to Poland in the European Union. */
const spreads: Readonly<Record<string, Pick<Series, 'low' | 'high'>>> = { WORLD: { low: 36, high: 750 }, EU27: { low: 36, high: 615 } };

function zoneTables(key: string): readonly Series[] {
  const own = rowOf(zoneIntensities, key);
  const published = publishedSeries(key);
  if (own === undefined) return published === undefined ? [] : [published];
  const note = zonesWithOneFigure.has(key) ? { note: 'The source has one figure for all its years: an estimate.' } : {};
  const table: Series = { ...zoneSeries(key), first: firstZoneYear, values: own, ...note, source: cloudRegionMetadata };
  return published === undefined ? [table] : [table, published];
}

function publishedSeries(key: string): Series | undefined {
  const zone = publishedZones().get(key);
  if (zone === undefined) return undefined;
  const note = partsLeftOut[key] === undefined ? {} : { note: partsLeftOut[key] };
  return { ...zoneSeries(key), first: firstPublishedYear, values: zone.values, ...note, source: electricityMaps };
}

const zoneSeries = (key: string) =>
  ({
    what: zoneWords(key),
    key,
    id: `grid-zone-${key.toLowerCase()}`,
    mix: 'consumption',
    range: smallCountries.has(key) ? 'grid-small-country' : 'grid-zone',
  }) as const;

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

function rowOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Every zone that has a figure, by Electricity Maps' id. */
export function gridZones(): readonly string[] {
  return [...new Set([...Object.keys(zoneIntensities), ...publishedZones().keys()])];
}

/** Whether the tables have several zones of a country, none of which is its mainland. Then a place in it may be far from its average. */
export function hasSeveralZones(country: string): boolean {
  return partsLeftOut[country] === undefined && gridZones().filter((zone) => zone.startsWith(`${country}-`)).length > 1;
}

/** Every row of all tables, each place and year once per mix. */
export function gridFactors(): readonly Intensity[] {
  const keys = [...new Set([...Object.keys(countryIntensities), ...Object.keys(emberIntensities)])];
  const countries = keys.map((key) => {
    const { name } = findCountry(key).found ?? (key === union.code ? union : world);
    return producedTables(key, name).flatMap((series) => series ?? []);
  });
  return [...countries, ...gridZones().map(zoneTables)].flatMap(factorsOf);
}
