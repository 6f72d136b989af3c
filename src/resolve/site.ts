import type { Phase } from '../manifest/manifest.js';
import type { ParsedSite } from '../manifest/schema.js';
import type { Place } from '../search/places.js';
import type { Lookups } from './lookups.js';
import { placeMessages } from './messages/place.js';
import { type NameContext, pathOfKey, type Reference, siteNamed } from './references.js';

/** Keys of a site that a phase can have itself. Its PUE it keeps, beside that of the site. */
const keysOfSite = ['location', 'cloud', 'region', 'grid', 'wue'] as const;
type KeyOfSite = (typeof keysOfSite)[number];

/** The site of a phase: by name, in place, in words, or the only one of the manifest; with the phase's own keys of a place. */
export function siteOf(context: NameContext): Reference<ParsedSite> | undefined {
  const { phase } = context;
  const own = keysOfSite.filter((key) => phase[key] !== undefined);
  const named = namedSite(context);
  if (own.length === 0) return named;
  for (const key of own) if (contradicts(key, named?.value, context)) reportContradiction(key, context);
  // The place of a named site may be said in other words, too; a grid of the phase itself takes precedence.
  const taken = own.filter((key) => named?.value[key] === undefined || key === 'grid' || key === 'wue');
  return {
    value: { ...named?.value, ...Object.fromEntries(taken.map((key) => [key, phase[key]])) },
    path: named?.path ?? phase.path,
    elsewhere: Object.fromEntries(taken.map((key) => [key, pathOfKey(phase, key)])),
  };
}

function namedSite(context: NameContext): Reference<ParsedSite> | undefined {
  const { manifest, phase, report } = context;
  const path = pathOfKey(phase, 'site');
  if (typeof phase.site === 'object') return { value: phase.site, path };
  if (phase.site !== undefined) return siteNamed(phase.site, path, context);
  const isPlaced = phase.location !== undefined || phase.cloud !== undefined || phase.region !== undefined;
  const [only, ...others] = Object.keys(manifest.sites);
  if (only === undefined || others.length > 0 || phase.path === '' || isPlaced) return undefined;
  report({ ...placeMessages.siteOfOnly(only), path: phase.path });
  return siteNamed(only, phase.path, context);
}

/** Whether a phase says one thing of its place and the site beside it another. */
function contradicts(key: KeyOfSite, site: ParsedSite | undefined, { phase, lookups }: NameContext): boolean {
  const [of, own] = [site?.[key], phase[key]];
  // A key of the phase itself takes precedence over what the top of the manifest says.
  const isOverride = phase.site === undefined || isInherited(phase, 'site') !== isInherited(phase, key);
  if (of === undefined || isOverride) return false;
  if (key !== 'location') return text(of) !== text(own);
  const [one, other] = [placeOf(of as Location, lookups), placeOf(own as Location, lookups)];
  if (one === undefined || other === undefined) return text(of) !== text(own);
  return one.country !== other.country || isOther(one.zone, other.zone) || isOther(one.region?.region, other.region?.region);
}

function reportContradiction(key: KeyOfSite, { phase, report }: NameContext): void {
  report({ ...placeMessages.severalPlaces('site', key), path: pathOfKey(phase, key) });
}

function isInherited({ inherited = [] }: Phase, key: 'site' | KeyOfSite): boolean {
  return inherited.includes(key);
}

type Location = NonNullable<ParsedSite['location']>;

function placeOf(location: Location, lookups: Lookups): Place | undefined {
  return typeof location === 'string' ? lookups.place(location).found : lookups.country(location.country).found;
}

const isOther = (one: string | undefined, other: string | undefined): boolean => one !== undefined && other !== undefined && one !== other;

/** What a value says, without its place in the manifest. */
function text(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'path' || key === 'identity' ? undefined : part)).toLowerCase();
}
