import type { Assessment, ComponentId, Line } from '../assessment/assessment.js';
import { plainText } from './plain-text.js';

/** What a component is, with its id for those who look it up in the table. */
export const componentName: Readonly<Record<ComponentId, string>> = {
  embodied: 'Making hardware (embodied)',
  dynamic: 'Doing the work (dynamic)',
  idle: 'Keeping machines on (idle)',
  overhead: 'Cooling, losses (overhead)',
};

/** The same within a sentence. */
export const componentPhrase: Readonly<Record<ComponentId, string>> = {
  embodied: 'making the hardware',
  dynamic: 'the electricity of the work',
  idle: 'keeping the machines on',
  overhead: 'cooling and power loss',
};

/** The model as text. */
export function modelName(assessment: Assessment): string {
  return plainText(assessment.model.name);
}

/** A phase's title as its facts have it: `Training (104B)`. */
export function phaseTitle(assessment: Assessment, line: Pick<Line, 'phase' | 'name'>): string {
  const facts = assessment.phases.find((p) => p.phase === line.phase && p.name === line.name);
  return plainText(facts?.title ?? line.name ?? line.phase);
}
