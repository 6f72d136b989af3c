import { gridFactors } from '../factors/grid/index.js';
import type { Place } from '../search/places.js';
import { maxAboveGrid, maxBelowGrid, maxGrid, minGrid } from './thresholds.js';

export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Countries whose parts have grids of their own, and where a text that names the country may mean any of them. */
const wide: ReadonlySet<string> = new Set(['AU', 'BR', 'CA', 'CL', 'CN', 'ID', 'IN', 'JP', 'KR', 'MY', 'PH', 'RU', 'US']);

const spans = new Map<string, Span | undefined>();

function spanOf(key: string, isOne: (zone: string) => boolean): Span | undefined {
  if (!spans.has(key)) {
    const values = gridFactors().flatMap(({ zone, value }) => (zone !== undefined && isOne(zone) ? [value] : []));
    spans.set(key, values.length === 0 ? undefined : { low: Math.min(...values), high: Math.max(...values) });
  }
  return spans.get(key);
}

function zoneOf({ zone, region }: Place): string | undefined {
  return zone ?? region?.zone;
}

/** Every published average of a place's own grid, any year: of the zone where one is named, by itself or by a cloud's region, else of the country. */
export function publishedSpan(place: Place): Span | undefined {
  const { country } = place;
  const zone = zoneOf(place);
  const own = zone === undefined ? undefined : spanOf(zone, (other) => other === zone);
  return own ?? (country === undefined ? undefined : spanOf(country, (other) => other === country));
}

/** A large country is named, and none of its grids. */
function isWide(place: Place): boolean {
  return place.country !== undefined && zoneOf(place) === undefined && wide.has(place.country);
}

/** The same with all that lies in the country, where it is a large one. */
function spanWithin(place: Place): Span | undefined {
  const { country } = place;
  if (!isWide(place)) return publishedSpan(place);
  return spanOf(`${country}-*`, (other) => other === country || other.startsWith(`${country}-`));
}

/** The published averages that an expectation goes by. */
export interface PublishedGrids extends Span {
  /** Whether they are of the place's own grid, or of all that lie in a country. */
  readonly kind: 'own' | 'all';
}

/** Nothing where no place is known, or no average is published for it. */
export function publishedGrids(place: Place | undefined): PublishedGrids | undefined {
  const span = place && spanWithin(place);
  return span && { ...span, kind: isWide(place) ? 'all' : 'own' };
}

/** Intensities that somebody could have taken for a place: any source, year and basis; for a cloud's region also its country's average. */
export function conceivable(place: Place | undefined, lowest = minGrid): Span {
  const span = place === undefined ? undefined : spanWithin(place);
  if (place === undefined || span === undefined) return { low: lowest, high: maxGrid };
  const country = place.region === undefined ? undefined : publishedSpan({ label: place.label, country: place.country });
  const [low, high] = [Math.min(span.low, country?.low ?? span.low), Math.max(span.high, country?.high ?? span.high)];
  return { low: Math.max(minGrid, low / maxBelowGrid), high: Math.min(maxGrid, high * maxAboveGrid) };
}
