import type { Assessment, Line, PhaseFacts } from '../assessment/assessment.js';
import { publishedPhases } from '../assessment/published.js';
import { digitsFor, exact, formatted, formattedExactly, significant } from '../units/format.js';
import { listed } from '../units/listed.js';
import { type Quantity, quantity } from '../units/quantity.js';
import type { Section, TemplateValue } from './section.js';
import { offsetsText } from './words/market.js';
import { placesIn } from './words/phases.js';
import { boundaryNames, mainTotal } from './words/words.js';
import { cited } from './words/works.js';

/** The rules by which emissions were counted, with published alternatives to the figures that were used. */
export const method = {
  id: 'method',
  data: (assessment) => ({
    has: Object.fromEntries(assessment.lines.map(({ component }) => [component, true])),
    isOccupancy: assessment.method.embodied === 'occupancy' || assessment.method.embodied === 'both',
    isCalendar: assessment.method.embodied === 'calendar' || assessment.method.embodied === 'both',
    isBoth: assessment.method.electricity === 'both',
    instruments: assessment.phases.flatMap((phase) => instrumentText(assessment, phase) ?? []),
    offsets: offsetsText(assessment),
    grids: gridsText(assessment),
    alternatives: alternativesText(assessment),
    lifetimePhases: lifetimePhases(assessment),
    lifetimes: lifetimesText(assessment),
    factors: assessment.method.factors,
    boundaries: boundariesText(assessment),
    published: listed(publishedPhases(assessment, assessment.phases).map(({ title }) => title)) || undefined,
    isPublished: publishedPhases(assessment, assessment.phases).length === assessment.phases.length,
    hours: hoursText(assessment),
  }),
} as const satisfies Section;

/** Where the electricity of the work was metered or rated, once for the phases of one boundary. */
function boundariesText(assessment: Assessment): readonly TemplateValue[] {
  const byBoundary = new Map<Line['boundary'], Line[]>();
  for (const line of assessment.lines.filter(({ component }) => component === 'dynamic'))
    byBoundary.set(line.boundary, [...(byBoundary.get(line.boundary) ?? []), line]);
  return [...byBoundary].map(([boundary, lines]) => ({
    boundary: boundaryNames[boundary],
    phases: assessment.phases.length > 1 ? placesIn(assessment, lines) : undefined,
  }));
}

/** What the hours of phases include beside the final run; nothing of those for which the manifest does not say. */
function hoursText(assessment: Assessment): readonly TemplateValue[] {
  const byText = new Map<string, PhaseFacts[]>();
  for (const facts of assessment.phases) {
    if (facts.includes === undefined || facts.includes.length === 0) continue;
    const what = listed(facts.includes.filter((one) => one !== 'none'));
    byText.set(what, [...(byText.get(what) ?? []), facts]);
  }
  return [...byText].map(([includes, own]) => ({ phases: placesIn(assessment, own), includes: includes || undefined }));
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

/** The lines whose hardware has the default lifetime, which another lifetime would change. */
function byDefaultLifetime({ lines }: Assessment): readonly Line[] {
  return lines.filter(({ inputs }) => inputs.some(({ name, basis }) => name === 'lifetime' && basis === 'assumed'));
}

function kilogramsOf(values: readonly { readonly emissions: { readonly value: number } }[]): number {
  return values.reduce((all, { emissions }) => all + emissions.value, 0);
}

/**
 * Whether the tables show making the hardware to so few digits that a figure beside them would be another one to a reader: then the text
 * says how many times as high it would be.
 */
function isCoarse(assessment: Assessment): boolean {
  const total = mainTotal(assessment);
  return total !== undefined && digitsFor(total.emissions) < 3;
}

function timesText(value: number, counted: number): string {
  return `${significant(value / counted, 3)} times as high`;
}

/** The embodied emissions by other lifetimes. */
function lifetimesText(assessment: Assessment): readonly TemplateValue[] | undefined {
  const counted = kilogramsOf(byDefaultLifetime(assessment));
  const isOther = ({ value }: Quantity): boolean => Math.abs(value / counted - 1) > 1e-9;
  const all = assessment.embodiedByLifetime;
  if (!isCoarse(assessment) || !(counted > 0))
    return all?.map(({ years, emissions }) => ({ years: String(years), emissions: formatted(emissions).text }));
  return all
    ?.filter(({ emissions }) => isOther(emissions))
    .map(({ years, emissions }) => ({ years: String(years), emissions: timesText(emissions.value, counted) }));
}

/** The phases of the lines with the default lifetime. */
function lifetimePhases(assessment: Assessment): string {
  const own = byDefaultLifetime(assessment);
  return `${placesIn(assessment, own)}${own.length > 1 ? ' together' : ''}`;
}

/** The embodied emissions as they would be under the other convention, all lines of one convention together. */
function alternativesText(assessment: Assessment): readonly TemplateValue[] {
  return (['occupancy', 'calendar'] as const).flatMap((convention) => {
    const others = assessment.embodiedAlternatives.filter((one) => one.convention === convention);
    const lines = others.flatMap(({ line }) => assessment.lines.find(({ id }) => id === line) ?? []);
    if (others.length === 0) return [];
    const [other, counted] = [kilogramsOf(others), kilogramsOf(lines)];
    const text = (kilograms: number): string => formatted(quantity(kilograms, 'kgCO2e')).text;
    const inTimes = isCoarse(assessment) && counted > 0;
    const phases = assessment.phases.length > 1 ? placesIn(assessment, lines) : undefined;
    const [occupancy, ...more] = new Set(others.map((one) => one.occupancy));
    return [
      {
        convention,
        occupancy: more.length > 0 || occupancy === undefined ? undefined : exact(occupancy),
        phases,
        emissions: inTimes ? timesText(other, counted) : text(other),
        counted: inTimes ? undefined : text(counted),
      },
    ];
  });
}
