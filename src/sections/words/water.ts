import type { Assessment, PhaseFacts } from '../../assessment/assessment.js';
import { titlesText } from '../../assessment/coverage.js';
import { publishedPhases } from '../../assessment/published.js';
import { waterOf } from '../../assessment/water.js';
import { listed } from '../../units/listed.js';
import { distinct } from './words.js';

/** What took the water of some phases, as the subject of a sentence: `Generating its electricity and, at Oregon only, cooling`. */
export function waterSubject(assessment: Assessment, phases: readonly PhaseFacts[]): string {
  const electric = phases.filter((facts) => hasElectricity(assessment, facts));
  const onSite = electric.filter((facts) => waterOf(assessment, facts).onSite);
  const offSite = electric.filter((facts) => waterOf(assessment, facts).offSite);
  const others = electric.filter((facts) => !onSite.includes(facts));
  if (onSite.length + offSite.length === 0) return 'Its electricity';
  if (offSite.length === 0) return others.length === 0 ? 'Cooling' : `Cooling ${onlyAt(onSite, others)}`;
  const generating =
    offSite.length === electric.length ? 'Generating its electricity' : `Generating the electricity of ${titlesText(offSite, phases)}`;
  if (onSite.length === 0) return generating;
  return others.length === 0 ? `${generating} and cooling` : `${generating} and, ${onlyAt(onSite, others)} only, cooling`;
}

function hasElectricity(assessment: Assessment, facts: PhaseFacts): boolean {
  const isMetered = assessment.lines.some(
    ({ phase, name, energy }) => phase === facts.phase && name === facts.name && energy !== undefined,
  );
  return isMetered || publishedPhases(assessment, [facts]).length > 0;
}

/** `at AWS us-west-2`; by phases where others at the same place have none. */
function onlyAt(own: readonly PhaseFacts[], others: readonly PhaseFacts[]): string {
  const places = distinct(own.map(({ place }) => place?.label));
  const isApart = own.every(({ place }) => place !== undefined) && !others.some(({ place }) => places.includes(place?.label ?? ''));
  return isApart ? `at ${listed(places)}` : `in ${titlesText(own, [...own, ...others])}`;
}
