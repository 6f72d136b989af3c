import type { Assessment, EmbodiedAlternative, PhaseFacts } from '../assessment/assessment.js';
import { phaseTitle } from '../assessment/phase-title.js';
import { publishedPhases } from '../assessment/published.js';
import { formatted, formattedExactly } from '../units/format.js';
import { listed } from '../units/listed.js';
import type { Section, TemplateValue } from './section.js';
import { offsetsText } from './words/market.js';
import { boundaryNames, withInterval } from './words/words.js';
import { cited } from './words/works.js';

/** The rules by which emissions were counted, with published alternatives to the figures that were used. */
export const method = {
  id: 'method',
  data: (assessment) => {
    const alternatives = assessment.embodiedAlternatives.map((one) => alternativeText(assessment, one));
    return {
      isOccupancy: assessment.method.embodied === 'occupancy' || assessment.method.embodied === 'both',
      isCalendar: assessment.method.embodied === 'calendar' || assessment.method.embodied === 'both',
      isBoth: assessment.method.electricity === 'both',
      instruments: assessment.phases.flatMap((phase) => instrumentText(assessment, phase) ?? []),
      offsets: offsetsText(assessment),
      grids: gridsText(assessment),
      alternative: alternatives.length === 1 ? alternatives[0] : undefined,
      alternatives: alternatives.length > 1 ? alternatives : undefined,
      lifetimes: assessment.embodiedByLifetime?.map(({ years, emissions }) => ({
        years: String(years),
        emissions: formatted(emissions).text,
      })),
      factors: assessment.method.factors,
      boundaries: assessment.lines
        .filter(({ component }) => component === 'dynamic')
        .map((line) => ({ phase: phaseTitle(assessment, line), boundary: boundaryNames[line.boundary] })),
      published: listed(publishedPhases(assessment, assessment.phases).map(({ title }) => title)) || undefined,
      hours: assessment.phases.flatMap(hoursText),
      notes: notesText(assessment),
    };
  },
} as const satisfies Section;

/** What the hours of a phase include beside the final run; nothing where the manifest does not say. */
function hoursText({ title, includes = [] }: PhaseFacts): readonly TemplateValue[] {
  const what = includes.filter((one) => one !== 'none');
  if (includes.length === 0) return [];
  return [{ phase: title, includes: what.length === 0 ? undefined : listed(what) }];
}

/** The notes of all lines, each text once with the ids of its lines. */
function notesText({ lines }: Assessment): readonly TemplateValue[] {
  const byText = new Map<string, string[]>();
  for (const { id, notes } of lines) for (const text of notes) byText.set(text, [...(byText.get(text) ?? []), id]);
  return [...byText].map(([text, ids]) => ({ ids, text }));
}

/** The market instrument of a phase; nothing for a phase without a grid. */
function instrumentText(assessment: Assessment, { title, grid }: PhaseFacts): TemplateValue {
  if (grid === undefined) return undefined;
  const { market } = grid;
  return {
    phase: title,
    isContract: market?.kind === 'contract',
    isClaim: market?.kind === 'claim',
    isResidual: market?.kind === 'residual mix',
    intensity: market && intensityText(market.intensity.value),
    source: market && cited(assessment, market.source),
  };
}

/** Published grid figures that were not used, with the one that was; once for phases of one place. */
function gridsText(assessment: Assessment): readonly TemplateValue[] {
  const all = assessment.phases.flatMap(({ place, grid }) =>
    (grid?.alternatives ?? []).map((other) => ({
      place: place?.label ?? grid?.zone,
      title: other.title,
      intensity: intensityText(other.intensity.value),
      kind: other.kind,
      source: cited(assessment, other.source),
      used: grid && intensityText(grid.intensity.value),
      usedSource: grid && cited(assessment, grid.source),
    })),
  );
  const once = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...once.values()];
}

/** The intensity as published, without the digits that averaging or conversion adds. */
function intensityText(value: number): string {
  return formattedExactly(Number(value.toPrecision(5)), 'gCO2e/kWh');
}

/** Embodied emissions of a line under both conventions. */
function alternativeText(
  { lines }: Assessment,
  { line, convention, emissions }: EmbodiedAlternative,
): { readonly [key: string]: string | undefined } {
  const own = lines.find(({ id }) => id === line);
  const counted = own && withInterval(own.emissions);
  const other = formatted(emissions).text;
  return {
    line,
    convention,
    emissions: other,
    occupancy: convention === 'occupancy' ? other : counted,
    calendar: convention === 'calendar' ? other : counted,
    counted: convention === 'occupancy' ? 'calendar' : 'occupancy',
  };
}
