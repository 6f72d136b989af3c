import type { Assessment, Line } from './assessment.js';

/** The title of a line's phase: `Training (104B)`; the kind of the phase where an assessment has no facts on it. */
export function phaseTitle({ phases }: Pick<Assessment, 'phases'>, { phase, name }: Pick<Line, 'phase' | 'name'>): string {
  return phases.find((facts) => facts.phase === phase && facts.name === name)?.title ?? phase;
}
