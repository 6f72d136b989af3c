import { nearestThree } from '../candidates.js';
import type { Lookup } from '../factor.js';
import { type Cloud, clouds } from './clouds.js';
import type { CloudRegion, RegionRow } from './region.js';

const lettersAndDigits = (text: string): string =>
  text
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** A provider by any of its names: `aws`, `Amazon Web Services`, `Google Cloud`. */
export function findCloud(text: string): Cloud | undefined {
  const word = lettersAndDigits(text);
  return clouds.find(({ aliases }) => aliases.includes(word));
}

/** The row with its cloud, as the rest of the program knows it. */
export function regionOf(cloud: Cloud, { region, location, country, zone }: RegionRow): CloudRegion {
  return { cloud: cloud.id, region, label: `${cloud.name} ${region}`, location, country, zone };
}

/** An availability zone names its region: `us-east-1a` at AWS, `us-central1-b` at Google. */
function isIn(region: string, word: string): boolean {
  return word.startsWith(region) && /^-?[a-z]?$/.test(word.slice(region.length));
}

/** Rows by the provider's own spelling, or by a zone in them: `us-west-2` is AWS's and `us-west2` Google's. */
export function rowsSpelt(cloud: Cloud, text: string): readonly RegionRow[] {
  const word = text.trim().toLowerCase();
  return cloud.regions.filter(({ region }) => isIn(region, word));
}

/** Rows by their name however spelt, `East US` for `eastus`; the exact spelling wins. */
export function rowsNamed(cloud: Cloud, text: string): readonly RegionRow[] {
  const spelt = rowsSpelt(cloud, text);
  const word = lettersAndDigits(text);
  return spelt.length > 0 ? spelt : cloud.regions.filter(({ region }) => lettersAndDigits(region) === word);
}

/** Rows whose name begins with a word: `us-east`. */
export function rowsBegunBy(cloud: Cloud, text: string): readonly RegionRow[] {
  const word = lettersAndDigits(text);
  return word.length < 2 ? [] : cloud.regions.filter(({ region }) => lettersAndDigits(region).startsWith(word));
}

/** Rows by their place: `Oregon`, `N. Virginia`. */
export function rowsAt(cloud: Cloud, text: string): readonly RegionRow[] {
  const word = lettersAndDigits(text.normalize('NFD'));
  return word === '' ? [] : cloud.regions.filter(({ location }) => placesIn(location).includes(word));
}

/** `US West (Oregon)` is found by all of it, by `US West` and by `Oregon`. */
function placesIn(location: string): readonly string[] {
  const [outside = '', inside = ''] = location.split(/[()]/);
  return [location, outside, inside, ...inside.split(',')]
    .map((place) => lettersAndDigits(place.normalize('NFD')))
    .filter((place) => place !== '');
}

/**
 * A region by the provider's name for it, or by its place where only one region is there. A beginning of a name is never taken:
 * it is ambiguous, with the names that begin so.
 *
 * @example findCloudRegion('amazon', 'us-west-2').found?.label //=> 'AWS us-west-2'
 */
export function findCloudRegion(cloud: string, region: string): Lookup<CloudRegion> {
  const provider = findCloud(cloud);
  if (provider === undefined) return { why: 'unknown', candidates: clouds.map(({ id }) => id) };
  const named = rowsNamed(provider, region);
  const rows = named.length > 0 ? named : rowsAt(provider, region);
  const [row, ...more] = rows;
  if (row !== undefined && more.length === 0) return { found: regionOf(provider, row), steps: [] };
  const asked = row === undefined ? rowsBegunBy(provider, region) : rows;
  if (asked.length > 1) return { why: 'ambiguous', candidates: asked.map((known) => known.region) };
  return {
    why: 'unknown',
    candidates: nearestThree(
      region,
      provider.regions.map((known) => ({ offer: known.region, words: [known.region] })),
    ),
  };
}
