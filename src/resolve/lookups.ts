import type { Lookup } from '../factors/factor.js';
import { type DeviceMatch, findDevice } from '../factors/hardware/index.js';
import { type Place, parsePlace } from '../search/places.js';

/** Look-ups of names in a manifest, each made once, however many phases use the name. */
export interface Lookups {
  readonly place: (name: string) => Lookup<Place>;
  readonly device: (name: string) => Lookup<DeviceMatch>;
}

export function createLookups(): Lookups {
  return { place: remembered(parsePlace), device: remembered(findDevice) };
}

function remembered<Found>(find: (name: string) => Found): (name: string) => Found {
  const known = new Map<string, Found>();
  return (name) => {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  };
}
