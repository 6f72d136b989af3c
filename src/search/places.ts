/**
 * Places. A text, or the keys of a manifest, is looked up once; what the look-up found is one `Place`, which search, claims
 * and resolve share.
 *
 * - `parsePlace(text)`: whatever people write, `aws us-west-2`, `Oregon, US`, `FR`.
 * - `findCountryPlace(name)`: where a key says that it is a country, so `Georgia` is no state.
 * - `findCloudPlace(cloud, region)`: where the provider and its region have keys of their own.
 * - `findRegionIn(country, region)`: a part of a country.
 *
 * The figures of a place and a year are in `place-factors.ts`: `gridAt`, `pueAt`, `onSiteWaterAt` and the rest take a `Place`,
 * so that `carboncard factors` and `carboncard render` cannot disagree.
 */

import { nearestThree } from '../factors/candidates.js';
import { type Cloud, clouds } from '../factors/cloud/clouds.js';
import { findCloud, findCloudRegion, regionOf, rowsAt, rowsBegunBy, rowsNamed, rowsSpelt } from '../factors/cloud/find-region.js';
import type { CloudRegion, RegionRow } from '../factors/cloud/region.js';
import { type Centre, centreWords, findCentre } from '../factors/facility/centres.js';
import { findHoster, type Hoster, hosterRegions, placeOfHosterRegion } from '../factors/facility/hosters.js';
import type { Lookup, LookupStep } from '../factors/factor.js';
import { type Country, findCountry } from '../factors/grid/countries.js';
import { cityInState, findRegions, nearestRegions, oneRegion, type Region, regionsIn, regionWords } from '../factors/grid/regions.js';
import { steps } from '../factors/steps.js';
import { providerIn } from './provider-in.js';

/** Where something ran, with all that its look-up found. */
export interface Place {
  /** In a reader's words: `France`, `California, US`, `AWS us-west-2`. */
  readonly label: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string | undefined;
  /** Electricity Maps zone of a part of a country; none where the country's grid is one. That of a cloud region is in `region`. */
  readonly zone?: string | undefined;
  /** The provider: its id in the tables; as it was written where the tables do not have it. */
  readonly cloud?: string | undefined;
  /** Row of the provider's region. */
  readonly region?: CloudRegion | undefined;
  /** Computing centre whose operator may publish a PUE. */
  readonly centre?: string | undefined;
  /** The edition of the tables that had it first, where that is not the first of all. */
  readonly since?: '2026-12' | undefined;
  /** A part of the country for which no figure is looked up, such as the name of a computing centre. */
  readonly within?: string | undefined;
  /** Only where the text says `world`. */
  readonly world?: true | undefined;
  /** Only where the text says `EU`. */
  readonly union?: true | undefined;
}

const world: Place = { label: 'the world', world: true };
const union: Place = { label: 'the European Union', union: true };

/**
 * Where something ran, from what people write: `aws us-west-2`, `us-west-2`, `Google Cloud, Iowa`, `FR`, `FRA`, `France`,
 * `California`, `Oregon, US`, `San Francisco, CA`, `CA-QC`, `SE3`, `LUMI`, `Colab`, `EU`, `world`. A name of several places is ambiguous, with all of them: `us-east`, and
 * `Georgia`, a country and a state. Two letters are a country: `CA` is Canada, with a step that names California.
 */
export function parsePlace(text: string): Lookup<Place> {
  const asked = text.trim();
  if (/^(?:the )?world$/i.test(asked)) return { found: world, steps: [] };
  if (/^(?:the )?(?:eu|european union)(?:[ -]?27)?$/i.test(asked)) return { found: union, steps: [] };
  const centre = findCentre(asked);
  if (centre !== undefined) return { found: placeAtCentre(centre), steps: [] };
  const alone = findHoster(asked);
  if (alone !== undefined) return placeAtHoster(alone, '');
  const cloud = providerIn(asked, findCloud);
  if (cloud !== undefined) return placeInCloud(cloud.provider, cloud.rest);
  const anywhere = placeAnywhere(asked);
  if (anywhere.found !== undefined || anywhere.why === 'ambiguous') return anywhere;
  const hoster = providerIn(asked, findHoster);
  return hoster === undefined ? anywhere : placeAtHoster(hoster.provider, hoster.rest);
}

/** A centre is a place with the grid of its city. */
function placeAtCentre({ id, name, country, zone }: Centre): Place {
  const { found } = findCountry(country);
  return { label: `${name}, ${found?.name ?? country}`, country, zone, centre: id, since: '2026-12' };
}

/** A hoster alone is a provider whose region is unknown; with a region or a place, it is there. */
function placeAtHoster({ id, name, on }: Hoster, rest: string): Lookup<Place> {
  const cloud = on ?? id;
  const onCloud = clouds.find((known) => known.id === on)?.name;
  if (rest === '') return { found: { label: name, cloud }, steps: [steps.hosterWithoutRegion(name, onCloud)] };
  const own = placeOfHosterRegion({ id, name }, rest);
  const there = placeAnywhere(own ?? rest);
  if (there.found !== undefined && (there.found.cloud === undefined || there.found.cloud === on))
    return {
      found: { ...there.found, label: own === undefined ? `${name}, ${there.found.label}` : `${name} ${rest}`, cloud },
      steps: there.steps,
    };
  if (there.found === undefined && there.why === 'ambiguous') return there;
  return {
    why: 'unknown',
    candidates: nearestThree(
      rest,
      hosterRegions({ id, name }).map((offer) => ({ offer, words: [offer] })),
    ),
  };
}

function placeInCloud(cloud: Cloud, rest: string): Lookup<Place> {
  if (rest === '') return { why: 'ambiguous', candidates: cloud.regions.map(({ region }) => `${cloud.id} ${region}`) };
  const place = findCloudPlace(cloud.id, rest);
  return place.found === undefined ? { why: place.why, candidates: place.candidates.map((name) => `${cloud.id} ${name}`) } : place;
}

/**
 * A region of a provider, by the names that `findCloudRegion` knows. Candidates are names of regions, or of providers.
 *
 * @example findCloudPlace('amazon', 'us-west-2').found //=> { label: 'AWS us-west-2', country: 'US', cloud: 'aws', region: { … } }
 */
export function findCloudPlace(cloud: string, region: string): Lookup<Place> {
  const hoster = findHoster(cloud);
  if (hoster !== undefined) return placeAtHoster(hoster, region);
  const lookup = findCloudRegion(cloud, region);
  return lookup.found === undefined ? lookup : { found: placeOf(lookup.found), steps: lookup.steps };
}

/** A country by name or code, never a part of one: `Georgia` is the country. */
export function findCountryPlace(name: string): Lookup<Place> {
  const lookup = findCountry(name);
  return lookup.found === undefined ? lookup : { found: { label: lookup.found.name, country: lookup.found.code }, steps: [] };
}

/** Larger than a grid: only a country or a region has a figure. */
const continents = /^(?:europe|africa|asia|asia pacific|apac|america|north america|south america|latin america|oceania|middle east|emea)$/i;

function placeAnywhere(asked: string): Lookup<Place> {
  if (continents.test(asked)) return { why: 'unknown', candidates: [] };
  const spelt = everywhere(asked, rowsSpelt);
  const named = spelt.length > 0 ? spelt : everywhere(asked, rowsNamed);
  if (named.length > 0) return oneOf(named);
  const there = everywhere(asked, rowsAt);
  const regions = findRegions(asked);
  const country = findCountry(asked);
  if (country.found !== undefined && !regions.some((region) => region.country === country.found?.code)) {
    const { code, name } = country.found;
    const elsewhere = isCode(asked) ? [] : there.filter((region) => region.country !== code);
    const others = isCode(asked) ? [] : [...regions.map((region) => region.code), ...elsewhere.map(nameOf)];
    if (others.length === 0) return { found: { label: name, country: code }, steps: stateSteps(asked, country.found) };
    return { why: 'ambiguous', candidates: [code, ...others] };
  }
  if (regions.length > 0) return regionOrElsewhere(regions, there);
  const within = regionInCountry(asked) ?? placeOfOne(cityInState(asked));
  if (within !== undefined) return within;
  const suggested = there.length > 0 ? there : everywhere(asked, rowsBegunBy);
  if (suggested.length > 1) return { why: 'ambiguous', candidates: suggested.map(nameOf) };
  return {
    why: 'unknown',
    candidates:
      suggested.length === 1 ? suggested.map(nameOf) : nearestPlaces(asked, country.found === undefined ? country.candidates : []),
  };
}

/**
 * Two letters that are a country's are a state's too: `CA`, `GA`, `IL`. The country is taken, and the state is named. Not where only
 * the country has data centres of the clouds, as with `DE` and `IN`: nobody means Delaware.
 */
function stateSteps(asked: string, { code, name }: Country): readonly LookupStep[] {
  const [state] = /^[a-z]{2}$/i.test(asked) ? regionsIn('US', asked) : [];
  if (state === undefined) return [];
  const regions = clouds.flatMap((cloud) => cloud.regions);
  const [stateName = ''] = state.label.split(',');
  const isOfCountry = regions.some(({ country }) => country === code) && !regions.some(({ location }) => location.includes(stateName));
  return isOfCountry ? [] : [steps.countryOrState(asked, name, state.label)];
}

/** A part of a country, even where cloud regions there have its name (Oregon), but not where one in another country has it. */
function regionOrElsewhere(regions: readonly Region[], there: readonly CloudRegion[]): Lookup<Place> {
  const lookup = oneRegion(regions);
  const elsewhere = there.filter((region) => !regions.some(({ country }) => country === region.country));
  if (lookup?.found !== undefined && elsewhere.length === 0) return { found: placeIn(lookup.found), steps: lookup.steps };
  const places = lookup === undefined || lookup.found !== undefined ? regions.map(({ code }) => code) : lookup.candidates;
  const clouds = lookup?.found === undefined ? there : elsewhere;
  return { why: 'ambiguous', candidates: [...places, ...clouds.map(nameOf)] };
}

/** `Oregon, US`, `Quebec, Canada`, `San Francisco, CA, USA`. */
function regionInCountry(asked: string): Lookup<Place> | undefined {
  const comma = asked.lastIndexOf(',');
  if (comma < 0) return undefined;
  const country = findCountry(asked.slice(comma + 1));
  if (country.found === undefined) return undefined;
  const part = asked.slice(0, comma);
  const regions = regionsIn(country.found.code, part);
  return placeOfOne(regions.length > 0 || country.found.code !== 'US' ? regions : cityInState(part));
}

/**
 * A part of a country by its name, ISO 3166-2 code with or without the country's, or Electricity Maps zone, or a computing centre there.
 * Any other text is unknown: then only the country has a figure.
 *
 * @example findRegionIn('US', 'California').found //=> { label: 'California, US', country: 'US', zone: 'US-CAL-CISO' }
 */
export function findRegionIn(country: string, region: string): Lookup<Place> {
  const place = findCountry(country);
  if (place.found === undefined) return place;
  const { code } = place.found;
  const centre = findCentre(region);
  if (centre?.country === code) return { found: placeAtCentre(centre), steps: [] };
  return placeOfOne(regionsIn(code, region)) ?? { why: 'unknown', candidates: nearestRegions(code, region) };
}

function placeOfOne(regions: readonly Region[]): Lookup<Place> | undefined {
  const lookup = oneRegion(regions);
  return lookup?.found === undefined ? lookup : { found: placeIn(lookup.found), steps: lookup.steps };
}

function placeIn({ label, country, zone, since }: Region): Place {
  return since === undefined ? { label, country, zone } : { label, country, zone, since };
}

function everywhere(asked: string, rowsIn: (cloud: Cloud, text: string) => readonly RegionRow[]): readonly CloudRegion[] {
  return clouds.flatMap((cloud) => rowsIn(cloud, asked).map((row) => regionOf(cloud, row)));
}

/** One region is a place; a name in two clouds is ambiguous. */
function oneOf(regions: readonly CloudRegion[]): Lookup<Place> {
  const [region, ...more] = regions;
  if (region !== undefined && more.length === 0) return { found: placeOf(region), steps: [] };
  return { why: 'ambiguous', candidates: regions.map(nameOf) };
}

function nearestPlaces(asked: string, countries: readonly string[]): readonly string[] {
  const regions = clouds.flatMap((cloud) => cloud.regions.map((row) => ({ offer: `${cloud.id} ${row.region}`, words: [row.region] })));
  const named = countries.map((country) => ({ offer: country, words: [country.replace(/ \(\w+\)$/, '')] }));
  const places = nearestThree(asked, [...named, ...regions, ...regionWords()]);
  return places.length > 0 ? places : nearestThree(asked, centreWords());
}

const isCode = (asked: string): boolean => /^[a-z]{2,3}$/i.test(asked);
const nameOf = ({ cloud, region }: CloudRegion): string => `${cloud} ${region}`;
const placeOf = (region: CloudRegion): Place => ({ label: region.label, country: region.country, cloud: region.cloud, region });
