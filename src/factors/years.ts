import type { LookupStep } from './factor.js';
import { steps } from './steps.js';

/** How far a look-up may go from the year that was asked for (method, section 4). */
const maxYearsAway = 3;

export interface YearTaken {
  readonly year: number;
  readonly steps: readonly LookupStep[];
}

/**
 * The year whose figure is taken: the one asked for, else the nearest within three years. Of two equally near it is the earlier,
 * since grids and facilities mostly improve with time. Without a year it is the newest.
 *
 * @param what The place as a reader knows it, for the step's sentence.
 * @param of Whose figures are looked up, where others publish some too: `Ember`. Theirs may have the year, as the named alternative.
 */
export function takeYear(what: string, years: readonly number[], wanted: number | undefined, of?: string): YearTaken | undefined {
  if (wanted === undefined) {
    if (years.length === 0) return undefined;
    const newest = Math.max(...years);
    return { year: newest, steps: [steps.newestYear(what, newest)] };
  }
  if (years.includes(wanted)) return { year: wanted, steps: [] };
  const nearest = [...years].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)[0];
  if (nearest === undefined || Math.abs(nearest - wanted) > maxYearsAway) return undefined;
  return { year: nearest, steps: [steps.nearestYear(what, wanted, nearest, of)] };
}
