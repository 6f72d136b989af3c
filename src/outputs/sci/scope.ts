import type { Assessment, Total } from '../../assessment/assessment.js';
import { countedText, phasesOf } from '../../assessment/coverage.js';
import { publishedPhases } from '../../assessment/published.js';
import { restsOn } from '../../sections/words/evidence.js';
import { givenCount } from '../../units/count.js';
import { durationText, grouped, plain } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import { scientific } from '../../units/scientific.js';
import { type ExcludedPart, excluded } from './boundary.js';
import type { Score } from './scores.js';

/** A goal-and-scope statement in the words of ISO 14044. The whole is a screening carbon footprint. */
export interface GoalAndScope {
  readonly goal: string;
  readonly functionalUnit: readonly string[];
  readonly systemBoundary: string;
  readonly cutOff: readonly ExcludedPart[];
  readonly allocation: readonly string[];
  readonly impactAssessment: string;
  readonly dataQuality: readonly string[];
  readonly interpretation: string;
}

export function goalAndScope(assessment: Assessment, scores: readonly Score[]): GoalAndScope {
  const { model } = assessment;
  const cutOff = [...excluded(assessment, 'provider'), ...excluded(assessment, 'consumer')];
  const once = new Map(cutOff.map((part) => [JSON.stringify(part), part]));
  return {
    goal: `A screening carbon footprint of the machine learning model ${model.name}, for the readers of its model card and of publications. It supports no comparative assertion.`,
    functionalUnit: functionalUnits(assessment, scores),
    systemBoundary: boundaryText(assessment),
    cutOff: [...once.values()],
    allocation: allocationOf(assessment),
    impactAssessment: 'Climate change: CO₂e by GWP100, of the IPCC report that each source uses.',
    dataQuality: qualityOf(assessment),
    interpretation:
      'Not critically reviewed. Lines, inputs, sources and contributions to the uncertainty are in assessment.json; the interval does not cover what is cut off.',
  };
}

function functionalUnits({ totals, model }: Assessment, scores: readonly Score[]): readonly string[] {
  const { development, deployment } = totals;
  return [
    ...(development === undefined ? [] : [`The development of ${model.name}, once.`]),
    ...(deployment === undefined
      ? []
      : [
          `The use of ${model.name}${deployment.period === undefined ? ', over a period that is not stated' : ` over ${plain(durationText(deployment.period.value))}`}.`,
        ]),
    ...scores.map(({ functionalUnit, R }) => `One ${functionalUnit}, of ${wordsOf(R.value)}.`),
  ];
}

/** `176 billion`; a power of ten where no word is usual. */
function wordsOf(count: number): string {
  return count >= 1e15 ? scientific(count, 2) : givenCount(count);
}

function boundaryText(assessment: Assessment): string {
  const sides = (['development', 'deployment'] as const).flatMap((side) => {
    const phases = phasesOf(assessment, side);
    return phases.length === 0 ? [] : [`${side === 'development' ? 'Development' : 'Use'}: ${countedText(assessment, phases)}.`];
  });
  const hasEmbodied = assessment.lines.some(({ component }) => component === 'embodied');
  return [
    ...sides,
    ...(hasEmbodied ? ['Hardware: cradle to gate.'] : []),
    'Electricity: as consumed by the machines that are counted.',
  ].join(' ');
}

function allocationOf(assessment: Assessment): readonly string[] {
  const { lines, method } = assessment;
  const inputs = lines.flatMap((line) => line.inputs.map(({ name }) => name));
  const conventions: Readonly<Record<string, string>> = {
    calendar: 'Making the hardware: the share of its lifetime for which it was reserved.',
    occupancy:
      'Making the hardware, in the report: the share of the busy hours of its lifetime. M in the SCI scores: the share of its lifetime.',
    both: 'Making the hardware, in the report: the share of the lifetime or of its busy hours, by phase. M in the SCI scores: the share of the lifetime.',
  };
  return [
    ...(method.embodied === undefined ? [] : [conventions[method.embodied] ?? '']),
    ...(inputs.includes('accelerators per server') ? ['Servers: by the accelerators that they hold.'] : []),
    ...(inputs.includes('share of the phase') ? ['Phases that several models share: by the share that the manifest states.'] : []),
  ].filter((text) => text !== '');
}

function qualityOf(assessment: Assessment): readonly string[] {
  const { totals, method, phases, sources } = assessment;
  const evidence = (side: string, total: Total | undefined): readonly string[] => {
    const text = total && restsOn(total);
    return text === undefined ? [] : [plain(`${side}: ${text}`)];
  };
  const years = [...new Set(phases.flatMap(({ grid }) => grid?.year ?? []))].toSorted((a, b) => a - b);
  const published = publishedPhases(assessment, phases);
  return [
    ...evidence('Development', totals.development),
    ...evidence('Use', totals.deployment),
    ...(method.draws === undefined ? [] : [`90 % intervals from ${grouped(method.draws, 0)} Monte Carlo samples of the inputs.`]),
    ...(years.length === 0 ? [] : [`Years of the grid intensities: ${years.join(', ')}.`]),
    ...(published.length === 0 ? [] : [`As published, without inputs: ${listed(published.map(({ title }) => title))}.`]),
    `${sources.length} sources; factor tables ${method.factors}.`,
  ];
}
