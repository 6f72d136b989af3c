import type { Assessment, Line } from '../../assessment/assessment.js';
import { phaseTitle } from '../../assessment/coverage.js';

type Place = Pick<Line, 'phase' | 'name'>;

/** Titles that are listed; more of them are counted. */
const maxTitles = 3;

/** Each place once, in the order of the assessment's phases. */
function distinctPlaces({ phases }: Pick<Assessment, 'phases'>, places: readonly Place[]): readonly Place[] {
  return phases.filter(({ phase, name }) => places.some((place) => place.phase === phase && place.name === name));
}

/** Phases in a cell or a bracket: `Training (104B)`, `all phases`, `9 of 12 phases`. */
export function placesIn(assessment: Pick<Assessment, 'phases'>, places: readonly Place[]): string {
  const own = distinctPlaces(assessment, places);
  const all = assessment.phases.length;
  if (own.length === all && all > 1) return 'all phases';
  const developed = assessment.phases.filter(({ phase }) => phase !== 'deployment');
  const isFew = own.length < maxTitles || (own.length === maxTitles && own.length < developed.length);
  if (isFew) return own.map((place) => phaseTitle(assessment, place)).join(', ');
  if (own.length === developed.length && own.every(({ phase }) => phase !== 'deployment')) return `all ${own.length} of development`;
  return `${own.length} of ${all} phases`;
}
