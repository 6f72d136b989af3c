import type { Assessment, DeploymentTotal, LineBoundary, PerRequestOfPhase, PhaseFacts, Total } from '../../assessment/assessment.js';
import { countedText, everywhere, phasesOf } from '../../assessment/coverage.js';
import { durationText, formatted, THIN } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import type { Quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';

export const boundaryNames: Record<LineBoundary, string> = {
  accelerator: 'accelerators',
  components: 'accelerators, processors and memory',
  node: 'nodes, at the plug',
  facility: 'the facility',
  unstated: 'not stated',
  'cradle-to-gate': 'cradle to gate',
};

/** `24.7 t CO₂e (22–28)`; the interval where one was assessed. */
export function withInterval(q: Quantity): string {
  const { text, interval } = formatted(q);
  return interval === undefined ? text : `${text} (${interval})`;
}

/** The 90 % interval with its unit; nothing where none was assessed. */
export function intervalText(q: Quantity): string | undefined {
  const { interval, unit } = formatted(q);
  return interval === undefined ? undefined : `${interval}${THIN}${unit}`;
}

/** The 90 % interval beside its figure, which has the whole unit: `39.9–51.7 t`. */
export function shortInterval(q: Quantity): string | undefined {
  const { interval, unit } = formatted(q);
  return interval === undefined ? undefined : `${interval}${THIN}${shortUnit(unit)}`;
}

/** `t` of `t CO₂e`, beside a figure that has the whole. */
export function shortUnit(unit: string): string {
  return unit.split(/[ \u00a0]/)[0] ?? unit;
}

/** What a figure is of, where several models have a phase in common. */
export const ownShare = 'this model’s share';

/** The phases that development consists of. */
export function developmentPhases(assessment: Assessment): readonly PhaseFacts[] {
  return phasesOf(assessment, 'development');
}

/** The phases of the total that a report is about first. */
export function mainPhases(assessment: Assessment): readonly PhaseFacts[] {
  const development = developmentPhases(assessment);
  return development.length > 0 ? development : assessment.phases;
}

/** The total that a report is about first: development, or deployment where nothing else is recorded. */
export function mainTotal({ totals }: Assessment): Total | undefined {
  return totals.development ?? totals.deployment;
}

export interface DeploymentText {
  readonly [key: string]: string | undefined;
  readonly emissions: string;
  readonly energy: string | undefined;
  readonly period: string | undefined;
  readonly perRequest: string | undefined;
  /** What it counts, in words that hold for every phase. */
  readonly counted: string;
}

export function deploymentText(assessment: Assessment, deployment: DeploymentTotal): DeploymentText {
  const phases = phasesOf(assessment, 'deployment');
  return {
    emissions: withInterval(deployment.emissions),
    energy: deployment.energy && formatted(deployment.energy).text,
    period: deployment.period && durationText(deployment.period.value),
    perRequest: perRequestText(deployment),
    counted: phases.length === 1 ? listed(everywhere(assessment, phases)) : countedText(assessment, phases),
  };
}

/** Per request: of each deployment where there are several, since their mean is of unlike ones. */
function perRequestText({ perRequest, perPhase = [] }: DeploymentTotal): string | undefined {
  if (perPhase.length > 0) return perPhaseText(perPhase);
  return perRequest && withInterval(perRequest.emissions);
}

/** `746 mg CO₂e (chat; 90 % interval 600–900 mg) and 6.5 g CO₂e (batch; 5.0–8.1 g)` */
export function perPhaseText(perPhase: readonly PerRequestOfPhase[]): string {
  const first = perPhase.findIndex(({ emissions }) => shortInterval(emissions) !== undefined);
  return listed(
    perPhase.map(({ name = '', emissions }, index) => {
      const interval = shortInterval(emissions);
      const about = interval === undefined ? name : `${name}; ${index === first ? `90${THIN}% interval ` : ''}${interval}`;
      return `${formatted(emissions).text} (${about})`;
    }),
  );
}

/** A text whose words in backticks are shown as code. */
export function codeParts(text: string): readonly TemplateData[] {
  return text.split(/(`[^`]+`)/).flatMap((part): TemplateData[] => {
    if (part === '') return [];
    return part.length > 2 && part.startsWith('`') && part.endsWith('`') ? [{ code: part.slice(1, -1) }] : [{ text: part }];
  });
}

/** Each once, in order. */
export function distinct(words: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(words.filter((word) => word !== undefined))];
}
