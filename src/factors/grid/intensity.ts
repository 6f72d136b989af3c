import { nearestThree, unknown } from '../candidates.js';
import type { Lookup } from '../factor.js';
import { steps } from '../steps.js';
import { type Country, findCountry } from './countries.js';
import { neighbours } from './neighbours.js';
import { factorsOf, type Intensity, type Series, type Taken, takeFrom } from './series.js';
import { gridZones, producedKeys, producedSeries, rowOf, union, world, zoneSeriesOf, zoneWords } from './tables.js';

export type { Intensity } from './series.js';
/** `world` is only for manifests that ask for it, never a fallback. */
export type GridPlace = { readonly country: string } | { readonly zone: string } | 'world' | 'EU';

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
  const produced = isCountry ? producedSeries(key, country.name) : [];
  const own = zoneSeriesOf(key);
  const taken = takeFrom(own === undefined ? produced : [own, ...produced], what, year);
  if (taken.found !== undefined && taken.mix === 'consumption') return withOther(taken, ...produced);
  if (taken.found !== undefined) {
    const basis = taken.mix === 'production' ? [steps.producedForConsumed(what, taken.year)] : [];
    return { found: taken.found, steps: [...taken.steps, ...basis] };
  }
  if (country !== undefined) return isCountry ? taken : countryIntensityFor(what, country.code, year);
  const zones = gridZones().map((zone) => ({ offer: zone, words: [zone] }));
  return unknown(() => nearestThree(key, zones));
}

/**
 * A country's figure from one series on one basis, so that no trend comes from a change of method: what it produces. Only a
 * country without one near the year has that of its zone, which is for what it consumes.
 */
function takeCountry(code: string, name: string, year: number | undefined): ReturnType<typeof takeFrom> {
  const produced = takeFrom(producedSeries(code, name), name, year);
  const published = code.length === 2 ? zoneSeriesOf(code) : undefined;
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

/**
 * The figure of the other series for the same place and year: Electricity Maps' beside Ember's of a country, Ember's beside Electricity
 * Maps' of a zone that is a country. Shown beside `gridIntensity`, never mixed with it.
 *
 * @example gridAlternative({ country: 'FR' }, 2022)?.value //=> 91 g/kWh consumed, beside 78.8 produced
 */
export function gridAlternative(place: GridPlace, year: number): Intensity | undefined {
  if (place === 'world' || place === 'EU') return undefined;
  const key = 'zone' in place ? place.zone.trim().toUpperCase() : findCountry(place.country).found?.code;
  const name = key === undefined ? undefined : findCountry(key).found?.name;
  if (key === undefined || name === undefined || key.includes('-')) return undefined;
  const zone = zoneSeriesOf(key);
  const series = 'zone' in place ? producedSeries(key, name) : zone === undefined ? [] : [zone];
  return factorsOf(series).find((factor) => factor.year === year);
}

/** The figure with that of an independent source for the same year, where there is one. */
function withOther(taken: Taken, ...others: readonly (Series | undefined)[]): Taken {
  const [other] = others.flatMap((series) => series?.values[taken.year] ?? []);
  return other === undefined ? taken : { ...taken, found: { ...taken.found, other } };
}

/** Every row of all tables, each place and year once per mix. */
export function gridFactors(): readonly Intensity[] {
  const countries = producedKeys().map((key) => producedSeries(key, nameOf(key)));
  return [...countries, ...gridZones().map((zone) => [zoneSeriesOf(zone)].flatMap((series) => series ?? []))].flatMap(factorsOf);
}

function nameOf(key: string): string {
  if (key === world.code) return world.name;
  return key === union.code ? union.name : (findCountry(key).found?.name ?? key);
}
