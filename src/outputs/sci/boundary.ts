import type { Assessment, Line, PhaseFacts, Total } from '../../assessment/assessment.js';
import { componentNames } from '../../assessment/component-names.js';
import { phaseTitle } from '../../assessment/coverage.js';
import { phaseKinds } from '../../assessment/ids.js';
import { publishedPhases } from '../../assessment/published.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { electricityOf } from './electricity.js';

/** The persona whose software boundary it is, in the words of SCI for AI. */
export type Persona = 'provider' | 'consumer';

/** Emissions and electricity of one software boundary, by the letters of the standard. */
export interface Terms {
  /** Electricity. */
  readonly E?: Quantity<'kWh'> | undefined;
  /** Location-based emissions of a kWh: O ÷ E. */
  readonly I?: Quantity<'gCO2e/kWh'> | undefined;
  /** Emissions of the electricity: E × I. */
  readonly O: Quantity<'kgCO2e'>;
  /** Embodied emissions by calendar; absent where none are counted. */
  readonly M?: Quantity<'kgCO2e'> | undefined;
  /** O + M. */
  readonly C: Quantity<'kgCO2e'>;
}

export function isInside(persona: Persona, { phase }: Pick<Line, 'phase'>): boolean {
  return (phase === 'deployment') === (persona === 'consumer');
}

/** The terms of a total: embodied emissions by calendar, whatever convention the report has. */
export function termsOf(assessment: Assessment, persona: Persona, total: Total): Terms {
  const { emissions: C, embodied } = total.byCalendar ?? { emissions: total.emissions, embodied: undefined };
  const M = embodied ?? total.components.find(({ component }) => component === 'embodied')?.emissions;
  const O = electricityOf(total);
  const own = assessment.phases.filter((facts) => isInside(persona, facts));
  // Emissions as published have no energy, so that they are no part of an intensity.
  const isWhole = publishedPhases(assessment, own).length === 0;
  const E = total.energy;
  const I = E !== undefined && E.value > 0 && isWhole ? quantity((O.value * 1000) / E.value, 'gCO2e/kWh' as const) : undefined;
  return { E, I, O, M, C };
}

/** A part of the software that is counted. */
export interface IncludedPart {
  readonly phase: string;
  readonly component: string;
  readonly part: string;
  readonly evidence: string;
  /** Where the meter was. */
  readonly boundary: string;
  readonly in?: string | undefined;
}

/** What the software boundary includes: a line each, and what is measured within one. */
export function included(assessment: Assessment, persona: Persona): readonly IncludedPart[] {
  const lines = assessment.lines.filter((line) => isInside(persona, line));
  const counted = lines.map((line) => ({
    phase: phaseTitle(assessment, line),
    component: line.component,
    part: componentNames[line.component],
    evidence: line.basis,
    boundary: line.boundary,
  }));
  const within = assessment.states
    .filter((state) => isInside(persona, state) && state.state === 'included')
    .flatMap((state): readonly IncludedPart[] => {
      const line = lines.find(({ id }) => id === state.in);
      if (line === undefined) return [];
      const { component } = state;
      const part = { phase: phaseTitle(assessment, state), component, part: componentNames[component] };
      return [{ ...part, evidence: line.basis, boundary: line.boundary, in: line.id }];
    });
  return [...counted, ...within];
}

/** A part that is not counted, and why. */
export interface ExcludedPart {
  readonly what: string;
  readonly reason: string;
}

/** What the software boundary leaves out: components of its phases, parts of the life cycle, and stages that no phase is of. */
export function excluded(assessment: Assessment, persona: Persona): readonly ExcludedPart[] {
  const components = assessment.states
    .filter((state) => isInside(persona, state) && state.state === 'not-counted')
    .map((state) => ({
      what: `${phaseTitle(assessment, state)}: ${componentNames[state.component].toLowerCase()}`,
      reason: state.reason ?? 'not recorded',
    }));
  const titles = assessment.phases.filter((facts) => isInside(persona, facts)).map(({ title }) => title);
  const parts = assessment.omissions
    .filter(({ id, phases }) => !isOfOthers(persona, id) && (phases === undefined || phases.some((title) => titles.includes(title))))
    .map(({ what, reason }) => ({ what, reason }));
  return [...components, ...parts, ...stages[persona]];
}

/** Omissions of development alone. */
const ofDevelopment: readonly string[] = [
  'base-model',
  'failed-runs',
  'data-generation',
  ...phaseKinds.filter((kind) => kind !== 'deployment'),
];

/** Whether an omission is of the other persona's boundary, or of another impact than climate. */
function isOfOthers(persona: Persona, id: string): boolean {
  if (/water|^impacts-/.test(id)) return true;
  return persona === 'consumer' ? ofDevelopment.includes(id) : id === 'deployment';
}

const stages: Readonly<Record<Persona, readonly ExcludedPart[]>> = {
  provider: [
    { what: 'Inception', reason: 'no record of the systems of planning' },
    { what: 'Deployment stage: integration and tests before use', reason: 'no record' },
    { what: 'Retirement', reason: 'no record; not material where models are deleted' },
  ],
  consumer: [
    { what: 'API gateways, storage, monitoring and clients', reason: 'no record beyond the machines of the deployment' },
    { what: 'Retirement', reason: 'no record; not material where models are deleted' },
  ],
};

/** The phases of a boundary. */
export function phasesInside({ phases }: Pick<Assessment, 'phases'>, persona: Persona): readonly PhaseFacts[] {
  return phases.filter((facts) => isInside(persona, facts));
}
