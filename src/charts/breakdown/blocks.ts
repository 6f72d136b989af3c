import type { Assessment, DeploymentTotal, Line, PhaseFacts, Total } from '../../assessment/assessment.js';
import { type Coverage, coverageOf, phasesOf } from '../../assessment/coverage.js';
import { phaseTitle } from '../../assessment/phase-title.js';
import type { Heading } from '../bars.js';
import { withNamedInterval } from '../emission-scale.js';
import { plainText } from '../plain-text.js';

/** The lines of one phase, largest first. */
export interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** What shares one total. Development and deployment never do. */
export interface Block {
  readonly name: 'Development' | 'Deployment';
  readonly total: Total | DeploymentTotal;
  readonly groups: readonly Group[];
  /** Every phase of the total, those without a line too. */
  readonly phases: readonly PhaseFacts[];
  readonly coverage: readonly Coverage[];
}

/** Development, then deployment, each where it is. */
export function blocksOf(assessment: Assessment): readonly Block[] {
  return (['development', 'deployment'] as const).flatMap((side): Block[] => {
    const total = assessment.totals[side];
    const groups = groupsOf(assessment, side === 'deployment');
    if (total === undefined || groups.length === 0) return [];
    const phases = phasesOf(assessment, side);
    return [
      { name: side === 'development' ? 'Development' : 'Deployment', total, groups, phases, coverage: coverageOf(assessment, phases) },
    ];
  });
}

/** Phases in the assessment's order. */
function groupsOf(assessment: Assessment, deployment: boolean): readonly Group[] {
  const lines = assessment.lines.filter((line) => (line.phase === 'deployment') === deployment);
  const firsts = lines.filter((line, index) => lines.findIndex((other) => samePhase(line, other)) === index);
  return firsts.map((first) => ({
    title: plainText(phaseTitle(assessment, first)),
    // Equal sizes keep the assessment's order: sort is stable.
    lines: lines.filter((line) => samePhase(line, first)).sort((a, b) => b.emissions.value - a.emissions.value),
  }));
}

function samePhase(a: Line, b: Line): boolean {
  return a.phase === b.phase && a.name === b.name;
}

/** The heading of a block: its name and total. A bar of the total would dwarf all others. */
export function heading({ name, total }: Block, y: number, x: number): readonly Heading[] {
  return [
    { text: [`${name} total`], x: 0, y: y + 16, strong: true },
    { text: [withNamedInterval(total.emissions)], x, y: y + 16, strong: true },
  ];
}
