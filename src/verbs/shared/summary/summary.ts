import type { Assessment, PhaseKind } from '../../../assessment/assessment.js';
import { componentPhrases } from '../../../assessment/component-names.js';
import { isUnmeasured, phasesOf, phaseTitle } from '../../../assessment/coverage.js';
import { impactsText } from '../../../assessment/impacts.js';
import { accountingText } from '../../../sections/words/accounting.js';
import { deploymentText, intervalText, mainPhases, mainTotal } from '../../../sections/words/words.js';
import { formatted, percent, plain, THIN } from '../../../units/format.js';
import { type Assumption, assumptionsOf } from './assumptions.js';
import { partsBySize, type Side } from './parts.js';

/** What a person wants to know when a report is written. */
export interface Summary {
  /** `BLOOM: 50.5 t CO₂e (development, location-based)` */
  readonly total: string;
  /** `90 % interval 39.9–51.7 t CO₂e, for what is counted` */
  readonly interval: string;
  /** The two largest parts, in plain names. */
  readonly largest: readonly string[];
  /** The phase with most of it, where there are several. */
  readonly largestPhase?: string | undefined;
  /** Use, per request, where it is stated beside development. */
  readonly use?: string | undefined;
  /** The further impact categories, where some are counted. */
  readonly impacts?: string | undefined;
  /** What matters most first. */
  readonly assumed: readonly Assumption[];
}

export function summaryOf(assessment: Assessment): Summary {
  const total = mainTotal(assessment);
  const side = assessment.totals.development === undefined ? 'deployment' : 'development';
  const impacts = total && impactsText(total);
  const interval = total && intervalText(total.emissions);
  return {
    total: plain(
      `${assessment.model.name}: ${total === undefined ? 'nothing counted' : formatted(total.emissions).text}${withoutText(assessment, side)} (${side}, ${accountingText(assessment, mainPhases(assessment))})`,
    ),
    interval: plain(
      interval === undefined ? 'Uncertainty not assessed: not every input has a range' : `90 % interval ${interval}, for what is counted`,
    ),
    largest: largestParts(assessment, side),
    largestPhase: largestPhase(assessment, side),
    use: side === 'development' ? useText(assessment) : undefined,
    impacts: impacts && `${plain(impacts)} (of electricity alone)`,
    assumed: assumptionsOf(assessment),
  };
}

/** ` without computing, which was not measured`: said with the total, since it may be most of it. */
function withoutText(assessment: Assessment, side: Side): string {
  const { states, omissions } = assessment;
  const isOwn = ({ phase }: { readonly phase: PhaseKind }): boolean => (phase === 'deployment') === (side === 'deployment');
  if (states.some((state) => isOwn(state) && isUnmeasured(assessment, state))) return ' without computing, which was not measured';
  return omissions.some(({ id }) => id === 'unmetered') ? ' without some computing, which was not measured' : '';
}

/** The two largest parts, with the figures that the report's tables have. */
function largestParts(assessment: Assessment, side: Side): readonly string[] {
  return partsBySize(assessment, side)
    .slice(0, 2)
    .map(({ component, number, unit }) => plain(`${componentPhrases[component]} ${number}${THIN}${unit}`));
}

/** `Experiments, 51 %` */
function largestPhase(assessment: Assessment, side: Side): string | undefined {
  const phases = phasesOf(assessment, side);
  const whole = assessment.totals[side]?.emissions.value ?? 0;
  if (phases.length < 2 || whole <= 0) return undefined;
  const sums = new Map<string, number>();
  for (const line of assessment.lines) {
    if ((line.phase === 'deployment') !== (side === 'deployment')) continue;
    const title = phaseTitle(assessment, line);
    sums.set(title, (sums.get(title) ?? 0) + line.emissions.value);
  }
  const [first] = [...sums].sort(([, a], [, b]) => b - a);
  return first && plain(`${first[0]}, ${percent(first[1] / whole)}`);
}

function useText(assessment: Assessment): string | undefined {
  const { deployment } = assessment.totals;
  if (deployment === undefined) return undefined;
  const { emissions, perRequest, period } = deploymentText(assessment, deployment);
  return plain(perRequest === undefined ? `${emissions}${period === undefined ? '' : ` over ${period}`}` : `${perRequest} per request`);
}
