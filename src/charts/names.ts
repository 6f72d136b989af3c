import type { Assessment, ComponentId, Line } from '../assessment/assessment.js';
import { plainText } from './plain-text.js';

/** A component as the label of a bar: in plain words, with the id that the tables use. */
export const componentName: Readonly<Record<ComponentId, string>> = {
  embodied: 'Making hardware (embodied)',
  dynamic: 'Computing (dynamic)',
  idle: 'Idle machines (idle)',
  overhead: 'Cooling, losses (overhead)',
};

/** The same within a sentence. */
export const componentPhrase: Readonly<Record<ComponentId, string>> = {
  embodied: 'making the hardware',
  dynamic: 'the electricity of the work',
  idle: 'idle power',
  overhead: 'cooling and power loss',
};

/** The model's name as one line of plain text. */
export function modelName(assessment: Assessment): string {
  return plainText(assessment.model.name);
}

/** A phase's title as its facts have it: `Training (104B)`. */
export function phaseTitle(assessment: Assessment, line: Pick<Line, 'phase' | 'name'>): string {
  const facts = assessment.phases.find((p) => p.phase === line.phase && p.name === line.name);
  return plainText(facts?.title ?? line.name ?? line.phase);
}
