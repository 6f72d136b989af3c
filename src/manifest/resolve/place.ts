import type { PlaceFacts } from '../../assess/assessment.js';
import { messages } from '../../diagnostics/messages.js';
import type { CloudRegion } from '../../factors/cloud/index.js';
import { cloudIntensity, cloudPue, findCloudRegion } from '../../factors/cloud/index.js';
import { worldPue } from '../../factors/facility/index.js';
import type { Factor, Lookup } from '../../factors/factor.js';
import { gridIntensity } from '../../factors/grid/index.js';
import { type Place, parsePlace } from '../../factors/places.js';
import type { Input } from '../../formulas/expression.js';
import { figure } from '../../units/format.js';
import type { ParsedSite } from '../schema.js';
import { fromFactor, fromManifest } from './inputs.js';
import { type Reference, under } from './references.js';
import type { Grid, Tell } from './resolved.js';

/** Where a phase ran, as far as it can be told. */
export interface Located {
  readonly facts?: PlaceFacts;
  readonly region?: CloudRegion;
  readonly country?: string;
  readonly world?: true;
  /** Part of the country, for which no figure is looked up. */
  readonly within?: string;
  /** The place is not known, and was told of where that matters. */
  readonly refused?: true;
}

/** The place of a site: its cloud region, else its location. Where the grid is declared, a place is only a name. */
export function locate(site: Reference<ParsedSite>, tell: Tell): Located {
  const { cloud, region, location, grid } = site.value;
  const named = typeof location === 'object' ? location.country : location;
  const within = typeof location === 'object' ? location.region : undefined;
  const isName = grid?.intensity !== undefined;
  const look = <T extends object>(lookup: Lookup<T>, name: string, path: string, make: (found: T) => Located): Located =>
    fromLookup(lookup, name, path, isName ? () => undefined : tell, make) ?? { facts: { label: name }, refused: true };
  if (cloud !== undefined && region !== undefined) {
    const place = look(findCloudRegion(cloud, region), `${cloud} ${region}`, under(site.path, 'region'), cloudPlace);
    const other = named === undefined ? undefined : parsePlace(named).found?.country;
    if (place.country !== undefined && other !== undefined && place.country !== other)
      tell(messages.severalPlaces(), under(site.path, 'location'));
    return place.facts === undefined ? place : { ...place, facts: { ...place.facts, cloud: place.facts.cloud ?? cloud, region } };
  }
  if (named !== undefined) {
    const label = within === undefined ? named : `${within}, ${named}`;
    const place = look(parsePlace(named), named, under(site.path, 'location'), (found) => placeOf(found, within));
    if (place.facts === undefined) return place;
    const facts = place.refused ? { ...place.facts, label } : place.facts;
    return { ...place, facts: { ...facts, ...(cloud !== undefined && facts.cloud === undefined && { cloud }) } };
  }
  if (region !== undefined) return look(parsePlace(region), region, under(site.path, 'region'), (found) => placeOf(found, undefined));
  return cloud === undefined ? {} : { facts: { label: cloud, cloud } };
}

function fromLookup<T extends object>(
  lookup: Lookup<T>,
  name: string,
  path: string,
  tell: Tell,
  make: (found: T) => Located,
): Located | undefined {
  if ('steps' in lookup) {
    for (const step of lookup.steps) tell(messages.lookupStep(step.id, step.text), path);
    return make(lookup.found);
  }
  tell(
    lookup.why === 'ambiguous' ? messages.ambiguousPlace(name, lookup.candidates) : messages.unknownPlace(name, lookup.candidates),
    path,
    'value',
  );
  return undefined;
}

function placeOf(place: Place, within: string | undefined): Located {
  const label = within === undefined ? place.label : `${within}, ${place.label}`;
  if (place.world === true) return { facts: { label }, world: true };
  const region = place.cloud !== undefined && place.region !== undefined ? findCloudRegion(place.cloud, place.region).found : undefined;
  if (region !== undefined) return cloudPlace(region);
  return {
    facts: { label, ...(place.country !== undefined && { country: place.country }) },
    ...(within !== undefined && { within }),
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

/** The electricity of a place: what the manifest declares, else our factor for the place and year. */
export function gridOf(
  site: Reference<ParsedSite>,
  located: Located,
  year: number | undefined,
  wanted: boolean,
  tell: Tell,
): Grid | undefined {
  const { grid, cite } = site.value;
  const given = grid?.intensity;
  const path = under(site.path, grid !== undefined ? 'grid' : site.value.location !== undefined ? 'location' : 'region');
  const citation =
    grid?.cite === undefined
      ? undefined
      : {
          title: grid.cite,
          ...(grid.url !== undefined && { url: grid.url }),
          ...(grid.licence !== undefined && { licence: grid.licence }),
        };
  const cites = [citation, cite];
  const water = grid?.water && fromManifest(grid.water, { name: 'off-site water', cites }, tell);
  if (given !== undefined) {
    if (given.value === 0) tell(messages.zeroGrid(), given.path);
    return {
      intensity: fromManifest(given, { name: 'grid intensity', cites }, tell),
      ...(water && { water }),
      ...((grid?.year ?? given.year) !== undefined && { year: grid?.year ?? given.year }),
      ...(grid?.zone !== undefined && { zone: grid.zone }),
      ...(grid?.basis !== undefined && { lifeCycle: grid.basis }),
    } as Grid;
  }
  if (!wanted) return undefined;
  const factor = gridFactor(located, grid?.year ?? year, path, tell);
  if (factor === undefined) return undefined;
  return {
    intensity: fromFactor(factor, { name: 'grid intensity', basis: 'declared' }),
    ...(water && { water }),
    ...(factor.year !== undefined && { year: factor.year }),
    ...(factor.zone !== undefined && { zone: factor.zone }),
    lifeCycle: factor.kind,
  };
}

function gridFactor(located: Located, year: number | undefined, path: string, tell: Tell): Factor<'gCO2e/kWh'> | undefined {
  const label = located.facts?.label;
  if (label === undefined || located.refused) return undefined;
  const lookups: (() => Lookup<Factor<'gCO2e/kWh'>>)[] = [];
  const { region, country } = located;
  if (region !== undefined) lookups.push(() => cloudIntensity(region, year));
  if (country !== undefined) lookups.push(() => gridIntensity({ country }, year));
  if (located.world === true) lookups.push(() => gridIntensity('world', year));
  let missed: Lookup<Factor<'gCO2e/kWh'>> | undefined;
  if (located.within !== undefined && lookups.length > 0)
    tell(messages.lookupStep('coarser-place', `no figure is known for ${located.within}; that of its country was taken`), path);
  for (const [order, look] of lookups.entries()) {
    const lookup = look();
    if (lookup.found !== undefined) {
      if (order > 0) tell(messages.lookupStep('coarser-place', `no figure is known for ${label}; that of its country was taken`), path);
      for (const step of lookup.steps) tell(messages.lookupStep(step.id, step.text), path);
      tell(
        messages.defaultGrid(
          `${lookup.found.title} (${lookup.found.source.title})`,
          figure({ value: lookup.found.value, unit: lookup.found.unit }).text,
        ),
        path,
      );
      return lookup.found;
    }
    missed = lookup;
  }
  if (missed === undefined) return undefined;
  const years = missed.found === undefined && missed.why === 'no-year' ? missed.candidates : [];
  const [first] = years;
  tell(first === undefined ? messages.noGrid(label) : messages.noGridYear(label, year, first, years.at(-1) ?? first), path);
  return undefined;
}

/** PUE where the manifest gives none: the cloud region's, else the world average, said so. */
export function defaultPue(located: Located, year: number | undefined, path: string, tell: Tell): Input {
  const lookup = located.region === undefined ? undefined : cloudPue(located.region, year);
  const factor = lookup?.found ?? worldPue;
  if (lookup?.found !== undefined) for (const step of lookup.steps) tell(messages.lookupStep(step.id, step.text), path);
  tell(messages.defaultPue(String(factor.value), `${factor.title} (${factor.source.title})`), path);
  return fromFactor(factor, { name: 'PUE', basis: 'assumed', min: 1 });
}
