import type { Edition } from '../factors/edition.js';
import type { Lookup } from '../factors/factor.js';
import { type DeviceMatch, findDevice } from '../factors/hardware/index.js';
import { findCloudPlace, findCountryPlace, findRegionIn, type Place, parsePlace } from '../search/places.js';

/** Look-ups of names in a manifest, each made once, however many phases use the name. */
export interface Lookups {
  readonly device: (name: string) => Lookup<DeviceMatch>;
  /** A place in words. */
  readonly place: (name: string) => Lookup<Place>;
  /** A name where the key says that it is a country's. */
  readonly country: (name: string) => Lookup<Place>;
  /** A part of a country. */
  readonly part: (country: string, name: string) => Lookup<Place>;
  readonly cloudRegion: (cloud: string, region: string) => Lookup<Place>;
}

/** @param edition The edition of the factor tables: 2026-11 has no computing centres and fewer cities as parts of a country. */
export function createLookups(edition: Edition): Lookups {
  return {
    device: remembered(findDevice),
    place: remembered(parsePlace),
    country: remembered(findCountryPlace),
    part: remembered(edition === '2026-11' ? earlierPart : findRegionIn),
    cloudRegion: remembered(findCloudPlace),
  };
}

function earlierPart(country: string, name: string): Lookup<Place> {
  const lookup = findRegionIn(country, name);
  const isNew = lookup.found?.since !== undefined;
  return isNew ? { why: 'unknown', candidates: [] } : lookup;
}

function remembered<Names extends readonly string[], Found>(find: (...names: Names) => Found): (...names: Names) => Found {
  const known = new Map<string, Found>();
  return (...names) => {
    const key = JSON.stringify(names);
    const found = known.get(key) ?? find(...names);
    known.set(key, found);
    return found;
  };
}
