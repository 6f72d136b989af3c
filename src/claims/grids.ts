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

/** Every published average of a place's own grid, any year: of the zone where one is named, else of the country. */
export function publishedSpan({ country, zone }: Place): Span | undefined {
  const own = zone === undefined ? undefined : spanOf(zone, (other) => other === zone);
  return own ?? (country === undefined ? undefined : spanOf(country, (other) => other === country));
}

/** The same with all that lies in the country, where it is a large one. */
function spanWithin(place: Place): Span | undefined {
  const { country, zone } = place;
  if (country === undefined || zone !== undefined || !wide.has(country)) return publishedSpan(place);
  return spanOf(`${country}-*`, (other) => other === country || other.startsWith(`${country}-`));
}

/** Intensities that somebody could have taken for a place: any source, year and basis. */
export function conceivable(place: Place | undefined, lowest = minGrid): Span {
  const span = place === undefined ? undefined : spanWithin(place);
  if (span === undefined) return { low: lowest, high: maxGrid };
  return { low: Math.max(minGrid, span.low / maxBelowGrid), high: Math.min(maxGrid, span.high * maxAboveGrid) };
}
