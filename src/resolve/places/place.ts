import type { PlaceFacts } from '../../assessment/assessment.js';
import type { Report } from '../../diagnostics/report.js';
import { findCloud } from '../../factors/cloud/index.js';
import { findHoster } from '../../factors/facility/index.js';
import type { Lookup } from '../../factors/factor.js';
import type { ParsedSite } from '../../manifest/schema.js';
import type { Place } from '../../search/places.js';
import type { Lookups } from '../lookups.js';
import { placeMessages } from '../messages/place.js';
import { pathIn, type Reference } from '../references.js';
import type { PhaseScope } from '../scope.js';

/** Where a phase ran: the place that was looked up, and what the reader sees of it. */
export interface Located {
  readonly place: Place;
  readonly facts: PlaceFacts;
  /** The place is unknown, which was reported where it matters: no figure is looked up for it. */
  readonly isUnknown: boolean;
}

interface SiteLookup {
  readonly site: Reference<ParsedSite>;
  readonly lookups: Lookups;
  /** Nothing is reported where the grid is declared: the place is then only a name. */
  readonly report: Report;
}

/** The place of a site: its cloud region, else its location, else a region alone, else the provider alone. */
export function locate({ site, lookups, report }: PhaseScope): Located | undefined {
  if (site === undefined) return undefined;
  const { cloud, region, grid } = site.value;
  const isName = grid?.intensity !== undefined;
  const context: SiteLookup = { site, lookups, report: isName ? () => undefined : report };
  const location = locationOf(site.value, lookups);
  const hoster = cloud === undefined ? undefined : findHoster(cloud);
  const isUnknownCloud = cloud !== undefined && findCloud(cloud) === undefined && hoster === undefined;
  // A known location takes precedence over an unknown provider, and over a hoster's region that the tables do not have.
  const isUnknownRegion = cloud !== undefined && hoster !== undefined && lookups.cloudRegion(cloud, region ?? '').found === undefined;
  const isLocated = (isUnknownCloud || isUnknownRegion) && location?.lookup.found !== undefined;
  if (isLocated && isUnknownCloud)
    context.report({ ...placeMessages.unknownCloud(cloud, location.lookup.found.label), path: pathIn(site, 'cloud') });
  if (cloud !== undefined && region !== undefined && !isLocated) {
    const located = look(lookups.cloudRegion(cloud, region), { name: `${cloud} ${region}`, key: 'region' }, context);
    if (isElsewhere(located.place, location?.lookup.found))
      report({ ...placeMessages.severalPlaces('region', 'location'), path: pathIn(site, 'location') });
    return inCloud(located, located.place.cloud ?? cloud, region);
  }
  if (location !== undefined) {
    const located = lookLocation(location, context);
    return cloud === undefined || located.place.cloud !== undefined ? located : inCloud(located, cloud, region);
  }
  if (region !== undefined) return look(lookups.place(region), { name: region, key: 'region' }, context);
  if (cloud !== undefined && hoster !== undefined) return look(lookups.place(cloud), { name: cloud, key: 'cloud' }, context);
  return cloud === undefined ? undefined : found({ label: cloud, cloud });
}

/** Whether a location is another place than the cloud region beside it: another country, or another grid zone. */
function isElsewhere({ country, region }: Place, location: Place | undefined): boolean {
  if (location === undefined) return false;
  const isOther = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other;
  const [name = ''] = location.label.split(',');
  // A state may lie in several zones, of which the region is in another than the largest.
  const isNamed = region?.location.includes(name) === true;
  return isOther(country, location.country) || (!isNamed && isOther(region?.zone, location.zone));
}

/** The location of a site: in words, or a country with the name of a part of it. */
interface Location {
  readonly name: string;
  readonly within: string | undefined;
  readonly lookup: Lookup<Place>;
}

function locationOf({ location }: ParsedSite, lookups: Lookups): Location | undefined {
  if (location === undefined) return undefined;
  if (typeof location === 'string') return { name: location, within: undefined, lookup: lookups.place(location) };
  return { name: location.country, within: location.region, lookup: lookups.country(location.country) };
}

function lookLocation({ name, within, lookup }: Location, context: SiteLookup): Located {
  if (within === undefined) return look(lookup, { name, key: 'location' }, context);
  const label = `${within}, ${name}`;
  const country = lookup.found?.country;
  const part = country === undefined ? undefined : context.lookups.part(country, within);
  // A name that is no part of the country, such as that of a computing centre, says no more than the country.
  const isPart = part !== undefined && (part.found !== undefined || part.why === 'ambiguous');
  if (isPart) return look(part, { name: label, label, key: 'location' }, context);
  const located = look(lookup, { name, key: 'location' }, context);
  const place = { ...located.place, label: located.isUnknown ? label : `${within}, ${located.place.label}` };
  return located.isUnknown ? { ...found(place), isUnknown: true } : found({ ...place, within });
}

/** What is looked up: its name in messages, the label of what is found where that is another, and its key in the site. */
interface Named {
  readonly name: string;
  readonly label?: string;
  readonly key: 'location' | 'region' | 'cloud';
}

function look(lookup: Lookup<Place>, { name, label, key }: Named, { site, report }: SiteLookup): Located {
  const path = pathIn(site, key);
  if (lookup.found !== undefined) {
    for (const step of lookup.steps) report({ ...placeMessages.lookupStep(step.id, step.text), path });
    return found(label === undefined ? lookup.found : { ...lookup.found, label });
  }
  const message = lookup.why === 'ambiguous' ? placeMessages.ambiguousPlace : placeMessages.unknownPlace;
  report({ ...message(name, lookup.candidates), path, part: 'value' });
  return { ...found({ label: label ?? name }), isUnknown: true };
}

function found(place: Place): Located {
  const { label, country, cloud, region } = place;
  // The keys in the order in which the assessment has always had them.
  const facts = region === undefined ? { label, country, cloud } : { label, cloud, region: region.region, country };
  return { place, facts, isUnknown: false };
}

/** The same with the provider, and the region as the manifest names it. */
function inCloud({ place, facts, isUnknown }: Located, cloud: string, region: string | undefined): Located {
  return { place: { ...place, cloud }, facts: { ...facts, cloud, region }, isUnknown };
}
