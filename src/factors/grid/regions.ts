import { type Candidate, nearestThree } from '../candidates.js';
import type { Lookup, LookupStep } from '../factor.js';
import { once } from '../once.js';
import { steps } from '../steps.js';
import { cityTable } from './city-data.js';
import { findCountry } from './countries.js';
import { publishedZones } from './electricity-maps.js';
import { folded } from './folded.js';
import { type RegionGrid, type RegionRow, regionTable } from './region-data.js';

/** A part of a country with a grid in the tables. */
export interface Region {
  /** ISO 3166-2, or the Electricity Maps zone that was asked for, or `Boston, US`. A look-up of it finds the region again. */
  readonly code: string;
  /** In a reader's words: `California, US`. */
  readonly label: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** Electricity Maps zone; none where the grid is national. */
  readonly zone?: string | undefined;
  readonly steps: readonly LookupStep[];
  /** The edition of the tables that had it first, where that is not the first of all. */
  readonly since?: '2026-12' | undefined;
  /** Zones to choose from, where none dominates. */
  readonly among?: readonly string[] | undefined;
}

/**
 * Regions by the name, ISO 3166-2 code or Electricity Maps zone that a text is: `California`, `US-CA`, `US-CAL-CISO`. Several
 * where countries share a name.
 */
export function findRegions(text: string): readonly Region[] {
  const code = text.trim().toUpperCase();
  const coded = indexes().byCode.get(code) ?? regionOfZone(biddingZone(code));
  if (coded !== undefined) return [coded];
  return /\d/.test(text) ? [] : (indexes().byName.get(folded(text)) ?? []);
}

/** The one region of a country that a text is; also by the bare code, `CA` in the US. */
export function regionsIn(country: string, text: string): readonly Region[] {
  const word = text.trim().toUpperCase();
  const coded = indexes().byCode.get(`${country}-${word}`);
  if (coded !== undefined) return [coded];
  return findRegions(text).filter((region) => region.country === country);
}

/** Words to suggest, with the region that each is of. */
export const regionWords = once(() => entries().map(suggestion));

/** A readable name that a look-up finds again: `Tōkyō, JP`. */
function suggestion({ region, names }: Entry): Candidate {
  const words = names.map((name) => name.normalize('NFD').replaceAll(/\p{M}/gu, ''));
  return { offer: `${names[0] ?? region.code}, ${region.country}`, words };
}

/** Names in one country, nearest first. */
export function nearestRegions(country: string, text: string): readonly string[] {
  return nearestThree(
    text,
    entries()
      .filter(({ region }) => region.country === country)
      .map(suggestion),
  );
}

interface Entry {
  readonly region: Region;
  readonly names: readonly string[];
}

const entries = once((): readonly Entry[] => [...regionEntries(), ...cityEntries()]);

const cityEntries = (): readonly Entry[] =>
  Object.entries(cityTable).flatMap(([country, grids]) =>
    Object.entries(grids).flatMap(([grid, cities]) =>
      cities.split(',').map((city) => ({
        region: { ...regionFrom(country, '', city, grid), since: '2026-12' as const },
        names: [city],
      })),
    ),
  );

const regionEntries = (): readonly Entry[] =>
  Object.entries(regionTable).flatMap(([country, rows]) =>
    rows.flatMap(([code, name, grid, ...aliases]: RegionRow): readonly Entry[] => {
      const own = { region: regionFrom(country, code, name, grid), names: [name] };
      // An alias may be a city; the reader's own word is the label then.
      return [
        own,
        ...aliases.map((alias) => ({ region: { ...regionFrom(country, code, alias, grid), code: own.region.code }, names: [alias] })),
      ];
    }),
  );

const indexes = once(() => {
  const byCode = new Map<string, Region>();
  const byName = new Map<string, readonly Region[]>();
  for (const { region, names } of entries()) {
    if (!byCode.has(region.code.toUpperCase())) byCode.set(region.code.toUpperCase(), region);
    for (const name of names) {
      const same = byName.get(folded(name)) ?? [];
      // Two spellings of one region may fold to the same letters.
      if (!same.some(({ code }) => code === region.code)) byName.set(folded(name), [...same, region]);
    }
  }
  return { byCode, byName };
});

function regionFrom(country: string, code: string, name: string, grid: RegionGrid): Region {
  const place = placeName(country);
  const label = `${name}, ${place}`;
  const common = { code: code === '' ? `${name}, ${country}` : `${country}-${code}`, label, country };
  if (grid === 'national') return { ...common, steps: [steps.nationalGrid(name, findCountry(country).found?.name ?? country)] };
  if (typeof grid === 'string') return { ...common, zone: grid, steps: [] };
  if ('main' in grid) return { ...common, zone: grid.main, steps: [steps.zoneOfSeveral(label, grid.main, grid.also)] };
  return { ...common, among: grid.among, steps: [] };
}

/** `SE3` for `SE-SE3`: the Nordic bidding zones by the names that their power exchange prints. */
function biddingZone(code: string): string {
  return /^(?:SE[1-4]|NO[1-5]|DK[12])$/.test(code) ? `${code.slice(0, 2)}-${code}` : code;
}

/**
 * A city of the US with its state, `San Francisco, CA`: the city's own zone where the tables have it, else that of its state, unless the two
 * letters are a country's, too.
 */
export function cityInState(text: string): readonly Region[] {
  const comma = text.lastIndexOf(',');
  if (comma < 0) return [];
  const [state] = regionsIn('US', text.slice(comma + 1));
  if (state === undefined) return [];
  const [city] = findRegions(text.slice(0, comma)).filter(({ country }) => country === 'US');
  if (city !== undefined) return [city];
  return findCountry(text.slice(comma + 1)).found === undefined ? [state] : [];
}

/** `US-CAL-CISO`; a zone that is a whole country is the country's own code. */
function regionOfZone(code: string): Region | undefined {
  const zone = code.includes('-') ? publishedZones().get(code) : undefined;
  const country = findCountry(code.split('-')[0] ?? code).found?.code;
  if (zone === undefined || country === undefined) return undefined;
  const place = placeName(country);
  const label = zone.name.includes(findCountry(country).found?.name ?? place) ? zone.name : `${zone.name}, ${place}`;
  return { code, label, country, zone: code, steps: [] };
}

function placeName(country: string): string {
  if (country === 'US') return 'US';
  if (country === 'GB') return 'UK';
  return findCountry(country).found?.name ?? country;
}

/** The look-up of the regions that a text names. One is found, unless one of its zones has to be chosen. */
export function oneRegion(regions: readonly Region[]): Lookup<Region> | undefined {
  const [region, ...more] = regions;
  if (region === undefined) return undefined;
  if (more.length > 0) return { why: 'ambiguous', candidates: regions.map(({ code }) => code) };
  if (region.among !== undefined) return { why: 'ambiguous', candidates: region.among };
  return { found: region, steps: region.steps };
}
