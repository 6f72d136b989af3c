import type { Assessment, PhaseFacts } from '../../assessment/assessment.js';
import { electricLines, isLineOf } from '../../assessment/coverage.js';
import { isPublished } from '../../assessment/published.js';
import { type Quantity, quantity } from '../../units/quantity.js';

/** Kinds of phases that the form calls training: the model is made in them, from scratch or from another. */
const trainingKinds: readonly string[] = ['training', 'finetuning'];

export function trainingPhases({ phases }: Pick<Assessment, 'phases'>): readonly PhaseFacts[] {
  return phases.filter(({ phase }) => trainingKinds.includes(phase));
}

/** Whether the work of a phase has its energy: without it, the energy of its overhead is not that of the phase. */
export function hasEnergy(assessment: Pick<Assessment, 'lines'>, facts: PhaseFacts): boolean {
  const own = assessment.lines.filter((line) => isLineOf(line, facts));
  return own.some(({ energy }) => energy !== undefined) && !own.some(isPublished);
}

/** Energy of the phases; its interval where it is that of one phase, or of the whole development. */
export function energyOf(assessment: Assessment, phases: readonly PhaseFacts[]): Quantity<'kWh'> | undefined {
  const known = phases.filter((facts) => hasEnergy(assessment, facts));
  const value = known.flatMap((facts) => electricLines(assessment, facts)).reduce((sum, { energy }) => sum + (energy?.value ?? 0), 0);
  const { development } = assessment.totals;
  if (known.length === 0) return undefined;
  const developed = assessment.phases.filter(({ phase }) => phase !== 'deployment');
  if (known.length === developed.length && development?.energy !== undefined) return development.energy;
  const [only, ...others] = known;
  const ofPhase = others.length > 0 ? undefined : development?.phases?.find((total) => only !== undefined && isLineOf(total, only));
  return ofPhase?.energy ?? quantity(value, 'kWh');
}
