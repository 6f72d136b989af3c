import { type Cloud, clouds } from '../factors/cloud/clouds.js';
import { findCloud } from '../factors/cloud/index.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import { relocated } from '../resolve/places/placed.js';
import type { ResolvedManifest } from '../resolve/resolve.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { parsePlace } from '../search/places.js';
import type { Change, Question } from './change.js';
import { hasDeclaredGrid, moved, type Place } from './moved.js';
import type { WhatIfKind } from './what-if.js';

type Where = (phase: Phase) => boolean;
const everywhere: Where = () => true;

/** Every region of the clouds that the phases name, those of each cloud moved within it. */
export function allRegions(resolved: ResolvedManifest): readonly Question[] {
  const cloudsOf = new Map(resolved.phases.map(({ path, facts }) => [path, cloudNamed(facts.place?.cloud)]));
  return clouds
    .filter((cloud) => [...cloudsOf.values()].includes(cloud))
    .map((cloud) =>
      placesQuestion(
        'regions',
        resolved.manifest,
        cloud.regions.map(({ region, location }) => ({
          label: `${cloud.name} ${region}`,
          detail: location,
          place: { cloud: cloud.id, region },
        })),
        ({ path }) => cloudsOf.get(path) === cloud,
      ),
    );
}

function cloudNamed(name: string | undefined): Cloud | undefined {
  return name === undefined ? undefined : findCloud(name);
}

/** The countries that most can choose from, for phases in a known country and in none of the clouds of the tables. */
export function commonCountries({ manifest, phases }: ResolvedManifest): readonly Question[] {
  const isIn = ({ facts: { place } }: ResolvedPhase): boolean => place?.country !== undefined && cloudNamed(place.cloud) === undefined;
  const paths = new Set(phases.filter(isIn).map(({ path }) => path));
  return paths.size === 0 ? [] : [placesNamed('locations', manifest, countriesOfAll, ({ path }) => paths.has(path))];
}

/** Places in words, of which `resolve` has checked that each is one. */
export function placesNamed(
  by: 'regions' | 'locations',
  manifest: Manifest,
  names: readonly string[],
  isChanged: Where = everywhere,
): Question {
  const places = names.flatMap((name): readonly NamedPlace[] => {
    const { found } = parsePlace(name);
    if (found === undefined) return [];
    const { label, region } = found;
    return [
      region === undefined
        ? { label, place: { location: name } }
        : { label, detail: region.location, place: { cloud: region.cloud, region: region.region } },
    ];
  });
  return placesQuestion(by, manifest, places, isChanged);
}

interface NamedPlace {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly place: Place;
}

function placesQuestion(by: WhatIfKind, manifest: Manifest, places: readonly NamedPlace[], isChanged: Where): Question {
  const changes = places.map(
    ({ label, detail, place }): Change => ({ label, detail, manifest: moved(manifest, isChanged, place), isChanged }),
  );
  return {
    by,
    isChanged,
    changes,
    resolve: relocated,
    base: hasDeclaredGrid(manifest, isChanged) ? moved(manifest, isChanged) : undefined,
  };
}

/** Countries in which each of the clouds has a region, in the order of their codes. */
const countriesOfAll: readonly string[] = countriesOf(clouds[0])
  .filter((country) => clouds.every((cloud) => countriesOf(cloud).includes(country)))
  .sort();

function countriesOf(cloud: Cloud | undefined): readonly string[] {
  return [...new Set(cloud?.regions.map(({ country }) => country))];
}
