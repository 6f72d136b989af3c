import { nearestThree } from './candidates.js';
import { type Cloud, clouds } from './cloud/clouds.js';
import { findCloud, findCloudRegion, regionOf, rowsAt, rowsBegunBy, rowsNamed, rowsSpelt } from './cloud/find-region.js';
import type { CloudId, CloudRegion, RegionRow } from './cloud/region.js';
import type { Lookup } from './factor.js';
import { findCountry } from './grid/countries.js';

/** A place in words, understood. */
export interface Place {
  /** As a reader would say it: `France`, `AWS us-west-2`. */
  readonly label: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly cloud?: CloudId;
  readonly region?: string;
  /** Only where the text says `world`. */
  readonly world?: true;
}

const world: Place = { label: 'the world', world: true };

/**
 * Where something ran, from what people write: `aws us-west-2`, `us-west-2`, `Google Cloud, Iowa`, `FR`, `FRA`, `France`,
 * `world`. What names several places is ambiguous, with all of them: `us-east`, and `Georgia`, a country and a region.
 */
export function parsePlace(text: string): Lookup<Place> {
  const asked = text.trim();
  if (/^(?:the )?world$/i.test(asked)) return { found: world, steps: [] };
  const cloud = cloudIn(asked);
  return cloud === undefined ? placeAnywhere(asked) : placeInCloud(cloud.cloud, cloud.rest);
}

/** `AWS us-east-1`, `Google Cloud: Iowa`, `us-central1 (GCP)`: the longest beginning, else end, that names a provider. */
function cloudIn(asked: string): { readonly cloud: Cloud; readonly rest: string } | undefined {
  const words = asked
    .slice(0, 200)
    .split(/[\s,:/()]+/)
    .filter((word) => word !== '');
  const most = Math.min(3, words.length);
  for (let length = most; length > 0; length -= 1) {
    const cloud = findCloud(words.slice(0, length).join(' '));
    if (cloud !== undefined) return { cloud, rest: words.slice(length).join(' ') };
  }
  for (let length = most; length > 0; length -= 1) {
    const cloud = findCloud(words.slice(-length).join(' '));
    if (cloud !== undefined) return { cloud, rest: words.slice(0, -length).join(' ') };
  }
  return undefined;
}

function placeInCloud(cloud: Cloud, rest: string): Lookup<Place> {
  if (rest === '') return { why: 'ambiguous', candidates: cloud.regions.map(({ region }) => `${cloud.id} ${region}`) };
  const region = findCloudRegion(cloud.id, rest);
  if (region.found !== undefined) return { found: placeOf(region.found), steps: region.steps };
  return { why: region.why, candidates: region.candidates.map((name) => `${cloud.id} ${name}`) };
}

function placeAnywhere(asked: string): Lookup<Place> {
  const spelt = everywhere(asked, rowsSpelt);
  const named = spelt.length > 0 ? spelt : everywhere(asked, rowsNamed);
  if (named.length > 0) return oneOf(named);
  const there = everywhere(asked, rowsAt);
  const country = findCountry(asked);
  if (country.found !== undefined) {
    const { code, name } = country.found;
    const elsewhere = isCode(asked) ? [] : there.filter((region) => region.country !== code);
    if (elsewhere.length === 0) return { found: { label: name, country: code }, steps: [] };
    return { why: 'ambiguous', candidates: [code, ...elsewhere.map(nameOf)] };
  }
  const suggested = there.length > 0 ? there : everywhere(asked, rowsBegunBy);
  if (suggested.length > 1) return { why: 'ambiguous', candidates: suggested.map(nameOf) };
  return { why: 'unknown', candidates: suggested.length === 1 ? suggested.map(nameOf) : nearestPlaces(asked, country.candidates) };
}

function everywhere(asked: string, rowsIn: (cloud: Cloud, text: string) => readonly RegionRow[]): readonly CloudRegion[] {
  return clouds.flatMap((cloud) => rowsIn(cloud, asked).map((row) => regionOf(cloud, row)));
}

/** One region is a place; the same name in two clouds is a question. */
function oneOf(regions: readonly CloudRegion[]): Lookup<Place> {
  const [region, ...more] = regions;
  if (region !== undefined && more.length === 0) return { found: placeOf(region), steps: [] };
  return { why: 'ambiguous', candidates: regions.map(nameOf) };
}

function nearestPlaces(asked: string, countries: readonly string[]): readonly string[] {
  const regions = clouds.flatMap((cloud) => cloud.regions.map((row) => ({ offer: `${cloud.id} ${row.region}`, words: [row.region] })));
  const named = countries.map((country) => ({ offer: country, words: [country.replace(/ \(\w+\)$/, '')] }));
  return nearestThree(asked, [...named, ...regions]);
}

const isCode = (asked: string): boolean => /^[a-z]{2,3}$/i.test(asked);
const nameOf = ({ cloud, region }: CloudRegion): string => `${cloud} ${region}`;
const placeOf = ({ label, country, cloud, region }: CloudRegion): Place => ({ label, country, cloud, region });
