import type { PlaceFacts } from '../assessment/assessment.js';
import type { Report } from '../diagnostics/report.js';
import type { CloudRegion } from '../factors/cloud/index.js';
import { findCloud, findCloudRegion } from '../factors/cloud/index.js';
import type { Lookup } from '../factors/factor.js';
import { findCountry } from '../factors/grid/index.js';
import type { ParsedSite } from '../manifest/schema.js';
import { under } from '../manifest/yaml.js';
import { findRegionIn, type Place, parsePlace } from '../search/places.js';
import { placeMessages } from './place-messages.js';
import type { Reference } from './references.js';

/** Where a phase ran, as far as it can be told. */
export interface Located {
  readonly facts?: PlaceFacts | undefined;
  readonly region?: CloudRegion | undefined;
  readonly country?: string | undefined;
  /** Electricity Maps zone of a part of a country. */
  readonly zone?: string | undefined;
  readonly world?: true | undefined;
  /** Part of the country, for which no figure is looked up. */
  readonly within?: string | undefined;
  /** The place is not known, and was told of where that matters. */
  readonly refused?: true | undefined;
}

/** The place of a site: its cloud region, else its location. Where the grid is declared, a place is only a name. */
export function locate(site: Reference<ParsedSite>, report: Report): Located {
  const { cloud, region, location, grid } = site.value;
  const named = typeof location === 'object' ? location.country : location;
  const within = typeof location === 'object' ? location.region : undefined;
  const isName = grid?.intensity !== undefined;
  const look = <T extends object>(lookup: Lookup<T>, name: string, path: string, make: (found: T) => Located): Located =>
    fromLookup(lookup, name, path, isName ? () => undefined : report, make) ?? { facts: { label: name }, refused: true };
  const lookup = named === undefined ? undefined : typeof location === 'object' ? countryCalled(named) : parsePlace(named);
  const isUnknownCloud = cloud !== undefined && findCloud(cloud) === undefined;
  if (isUnknownCloud && lookup?.found !== undefined && !isName)
    report({ ...placeMessages.unknownCloud(cloud, lookup.found.label), path: under(site.path, 'cloud') });
  if (cloud !== undefined && region !== undefined && !(isUnknownCloud && lookup?.found !== undefined)) {
    const place = look(findCloudRegion(cloud, region), `${cloud} ${region}`, under(site.path, 'region'), cloudPlace);
    const other = lookup?.found?.country;
    if (place.country !== undefined && other !== undefined && place.country !== other)
      report({ ...placeMessages.severalPlaces(), path: under(site.path, 'location') });
    return place.facts === undefined ? place : { ...place, facts: { ...place.facts, cloud: place.facts.cloud ?? cloud, region } };
  }
  if (named !== undefined && lookup !== undefined) {
    const label = within === undefined ? named : `${within}, ${named}`;
    const path = under(site.path, 'location');
    const country = within === undefined ? undefined : lookup.found?.country;
    const part = country === undefined || within === undefined ? undefined : findRegionIn(country, within);
    // A name that is no part of the country, as of a computing centre, says no more than the country.
    const isPart = part !== undefined && (part.found !== undefined || part.why === 'ambiguous');
    const place = isPart
      ? look(part, label, path, (found) => ({ ...placeOf(found, undefined), facts: { label, ...(country !== undefined && { country }) } }))
      : look(lookup, named, path, (found) => placeOf(found, within));
    if (place.facts === undefined) return place;
    const facts = place.refused ? { ...place.facts, label } : place.facts;
    const inCloud = cloud !== undefined && facts.cloud === undefined && { cloud, ...(region !== undefined && { region }) };
    return { ...place, facts: { ...facts, ...inCloud } };
  }
  if (region !== undefined) return look(parsePlace(region), region, under(site.path, 'region'), (found) => placeOf(found, undefined));
  return cloud === undefined ? {} : { facts: { label: cloud, cloud } };
}

/** The key says that it is a country, so Georgia is no state here. */
function countryCalled(name: string): Lookup<Place> {
  const lookup = findCountry(name);
  return lookup.found === undefined ? lookup : { found: { label: lookup.found.name, country: lookup.found.code }, steps: [] };
}

function fromLookup<T extends object>(
  lookup: Lookup<T>,
  name: string,
  path: string,
  report: Report,
  make: (found: T) => Located,
): Located | undefined {
  if ('steps' in lookup) {
    for (const step of lookup.steps) report({ ...placeMessages.lookupStep(step.id, step.text), path });
    return make(lookup.found);
  }
  report({
    ...(lookup.why === 'ambiguous'
      ? placeMessages.ambiguousPlace(name, lookup.candidates)
      : placeMessages.unknownPlace(name, lookup.candidates)),
    path,
    part: 'value',
  });
  return undefined;
}

function placeOf(place: Place, within: string | undefined): Located {
  const label = within === undefined ? place.label : `${within}, ${place.label}`;
  if (place.world === true) return { facts: { label }, world: true };
  if (place.region !== undefined) return cloudPlace(place.region);
  return {
    facts: { label, ...(place.country !== undefined && { country: place.country }) },
    ...(within !== undefined && { within }),
    ...(place.zone !== undefined && { zone: place.zone }),
    ...(place.country !== undefined && { country: place.country }),
  };
}

function cloudPlace(region: CloudRegion): Located {
  return {
    facts: { label: region.label, cloud: region.cloud, region: region.region, country: region.country },
    region,
    country: region.country,
  };
}
