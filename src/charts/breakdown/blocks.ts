import type { Assessment, ComponentId, DeploymentTotal, Line, PhaseFacts, PhaseTotal, Total } from '../../assessment/assessment.js';
import { componentsBySize } from '../../assessment/component-names.js';
import { type Coverage, coverageOf, phasesOf, phaseTitle } from '../../assessment/coverage.js';
import { plainText } from '../plain-text.js';

/** The lines of one phase, in the order of the components. */
export interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
  /** The sum of its lines, with its interval; absent where the assessment has none. */
  readonly total?: PhaseTotal | undefined;
}

/** What shares one total. Development and deployment never do. */
export interface Block {
  readonly name: 'Development' | 'Deployment';
  readonly total: Total | DeploymentTotal;
  /** The largest first. */
  readonly groups: readonly Group[];
  /** The components that it has, the largest first. */
  readonly order: readonly ComponentId[];
  /** Every phase of the total, those without a line too. */
  readonly phases: readonly PhaseFacts[];
  readonly coverage: readonly Coverage[];
}

/** Development, then deployment, each where it is. */
export function blocksOf(assessment: Assessment): readonly Block[] {
  return (['development', 'deployment'] as const).flatMap((side): Block[] => {
    const total = assessment.totals[side];
    const order = componentsBySize(assessment, side);
    const groups = groupsOf(assessment, side, order);
    if (total === undefined || groups.length === 0) return [];
    const phases = phasesOf(assessment, side);
    const name = side === 'development' ? 'Development' : 'Deployment';
    return [{ name, total, groups, order, phases, coverage: coverageOf(assessment, phases) }];
  });
}

type Place = Pick<Line, 'phase' | 'name'>;

/** Phases by size; equal ones keep the assessment's order, since sort is stable. */
function groupsOf(assessment: Assessment, side: 'development' | 'deployment', order: readonly ComponentId[]): readonly Group[] {
  const lines = assessment.lines.filter((line) => (line.phase === 'deployment') === (side === 'deployment'));
  const firsts = lines.filter((line, index) => lines.findIndex((other) => samePhase(line, other)) === index);
  return firsts
    .map((first) => ({
      total: assessment.totals[side]?.phases?.find((total) => samePhase(total, first)),
      title: plainText(phaseTitle(assessment, first)),
      lines: lines.filter((line) => samePhase(line, first)).sort((a, b) => order.indexOf(a.component) - order.indexOf(b.component)),
    }))
    .sort((a, b) => kilogramsOf(b.lines) - kilogramsOf(a.lines));
}

function samePhase(a: Place, b: Place): boolean {
  return a.phase === b.phase && a.name === b.name;
}

/** The sum of lines. */
export function kilogramsOf(lines: readonly Line[]): number {
  return lines.reduce((all, { emissions }) => all + emissions.value, 0);
}
