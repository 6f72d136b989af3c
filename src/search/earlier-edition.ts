import { findCloud } from '../factors/cloud/index.js';
import type { CloudRegion } from '../factors/cloud/region.js';
import type { Edition } from '../factors/edition.js';
import { findHoster } from '../factors/facility/index.js';
import type { Factor } from '../factors/factor.js';
import { countryYears, isSmallCountry } from '../factors/grid/tables.js';
import { withdrawnRegions, withdrawnZones } from '../factors/withdrawn-data.js';
import { takeYear } from '../factors/years.js';
import type { Place } from './places.js';

/**
 * What edition 2026-11 had otherwise. A manifest that pins it has the same figures and ranges as before, but for rows that may not be passed
 * on: a look-up that would have found one names it.
 */

export type PlaceRole = 'grid' | 'pue' | 'wue' | 'market';

/** Id of the row without a licence that a look-up in an edition would have found; nothing where it found another, or none. */
export function withdrawnRow(edition: Edition, role: PlaceRole, place: Place, year: number | undefined): string | undefined {
  if (edition !== '2026-11') return undefined;
  if (role === 'grid') return withdrawnZone(zoneOf(place), year);
  return place.region === undefined ? undefined : withdrawnOfRegion(role, place.region, year);
}

/** The zone that a place had: of Azure's region in Illinois, another than today. */
function zoneOf({ region, zone }: Place): string | undefined {
  return region === undefined ? zone : region.region === 'northcentralus' ? 'US-MIDW-MISO' : region.zone;
}

function withdrawnZone(zone: string | undefined, year: number | undefined): string | undefined {
  const own = zone === undefined ? undefined : withdrawnZones[zone];
  if (zone === undefined || own === undefined || year === undefined) return undefined;
  const [first, last] = own;
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const taken = takeYear(zone, [...new Set([...countryYears(zone), ...years, 2021, 2022, 2023, 2024, 2025])], year)?.year;
  return taken !== undefined && years.includes(taken) ? `grid-zone-${zone.toLowerCase()}-${taken}` : undefined;
}

function withdrawnOfRegion(role: 'pue' | 'wue' | 'market', { cloud, region }: CloudRegion, year: number | undefined): string | undefined {
  const years = withdrawnRegions[`${cloud}-${region}`]?.[role] ?? [];
  const taken = role === 'market' ? years.find((own) => own === year) : takeYear(region, years, year)?.year;
  return taken === undefined ? undefined : `cloud-${cloud}-${region}-${role}-${taken}`;
}

/** A place as an edition had it: 2026-11 has no computing centres and no hosters. */
export function placeIn(edition: Edition, place: Place): Place {
  if (edition !== '2026-11') return place;
  const isHoster = place.cloud !== undefined && findCloud(place.cloud) === undefined && findHoster(place.cloud) !== undefined;
  return { ...place, centre: undefined, cloud: isHoster ? undefined : place.cloud };
}

/** The newest year of a PUE that an edition has. */
export function newestPueIn(edition: Edition): number | undefined {
  return edition === '2026-11' ? 2024 : undefined;
}

/** A figure of the grid with the range that an edition gave it: 2026-11 does not know estimates. */
export function gridIn<F extends Factor>(edition: Edition, factor: F): F {
  if (edition !== '2026-11' || !factor.id.startsWith('grid-zone-')) return factor;
  return { ...factor, range: isSmallCountry(factor.zone ?? '') ? 'grid-small-country' : 'grid-zone' };
}
