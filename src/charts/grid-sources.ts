import type { Assessment, PhaseFacts, Source } from '../assessment/assessment.js';
import { publishedPhases } from '../assessment/published.js';
import { listed } from '../units/listed.js';
import { plainText } from './plain-text.js';

/** Works that are named; more are counted, since the report lists all. */
const maxWorks = 4;

/** Who published the grid factors of the electricity, each work once, and their years: `Grid: Ember (CC BY 4.0) and BLOOM paper, 2021–24.` */
export function gridSources(assessment: Assessment, phases: readonly PhaseFacts[]): readonly string[] {
  const published = publishedPhases(assessment, phases);
  if (published.length > 0 && published.length === phases.length) return ['Emissions as published.'];
  const grids = phases.flatMap(({ grid }) => grid ?? []);
  const cited = grids.flatMap(({ source }) => assessment.sources.find(({ id }) => id === source) ?? []);
  const works = [...new Set(cited.map(workOf))];
  if (works.length === 0) return [];
  const named = works.length > maxWorks ? [...works.slice(0, maxWorks - 1), `${works.length - maxWorks + 1} other sources`] : works;
  const years = grids.flatMap(({ year }) => year ?? []);
  return [`Grid: ${[listed(named), ...yearsText(years)].join(', ')}.`];
}

/** Where a citation says which part of a work it means. */
const locator = /[,;:]?\s+(?:tables?|sections?|sec\.|figures?|fig\.|appendix|appendices|chapter|pages?|pp?\.)\s.*$/isu;
/** Longest licence that is printed beside a name. */
const maxLicence = 20;

/** A work by its short name: the publisher of a table, with the licence; of a citation, what is before the table or section. */
function workOf({ title, licence }: Source): string {
  const text = plainText(title);
  if (licence === undefined) return text.replace(locator, '') || text;
  const publisher = /^[^:]{2,40}(?=: )/u.exec(text)?.[0] ?? text;
  // `ODbL 1.0: contains information from …`: the name of the licence, without the notice, which the report has.
  const [name = licence] = licence.split(': ');
  return name.length > maxLicence ? publisher : `${publisher} (${plainText(name)})`;
}

/** `2024`, `2021–24`, `1999–2001`. */
function yearsText(years: readonly number[]): readonly string[] {
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (first === last) return [String(first)];
  const isOneCentury = Math.floor(first / 100) === Math.floor(last / 100);
  return [`${first}–${isOneCentury ? String(last % 100).padStart(2, '0') : last}`];
}

/** Phases with a line that counts electricity, so that their grid matters. */
export function poweredPhases(assessment: Assessment): readonly PhaseFacts[] {
  return assessment.phases.filter(({ phase, name }) =>
    assessment.lines.some((line) => line.phase === phase && line.name === name && line.component !== 'embodied'),
  );
}
