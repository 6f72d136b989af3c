import type { Assessment, ComponentId } from '../assessment/assessment.js';
import { plainText } from './plain-text.js';

/** A component as the label of a bar: in plain words, with the id that the tables use. */
export const componentName: Readonly<Record<ComponentId, string>> = {
  embodied: 'Making hardware (embodied)',
  dynamic: 'Computing (dynamic)',
  host: 'Rest of servers (host)',
  idle: 'Idle machines (idle)',
  overhead: 'Cooling, losses (overhead)',
};

/** The same within a sentence. */
export const componentPhrase: Readonly<Record<ComponentId, string>> = {
  embodied: 'making the hardware',
  dynamic: 'the electricity of the work',
  host: 'the rest of the servers',
  idle: 'idle power',
  overhead: 'cooling and power loss',
};

/** The model's name as one line of plain text. */
export function modelName(assessment: Assessment): string {
  return plainText(assessment.model.name);
}
