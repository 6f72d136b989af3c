import type { Assessment, Line, PhaseFacts } from './assessment.js';
import { byPhase } from './by-phase.js';

/** Name of the input of a line that is a total as published. */
export const publishedInput = 'published emissions';

/** Whether a line is a total as published: emissions of electricity, with nothing that they were calculated from. */
export function isPublished({ inputs }: Pick<Line, 'inputs'>): boolean {
  return inputs.some(({ name }) => name === publishedInput);
}

/** The phases whose electricity is a total as published: without its energy, and by the accounting of its source. */
export function publishedPhases({ lines }: Pick<Assessment, 'lines'>, phases: readonly PhaseFacts[]): readonly PhaseFacts[] {
  const published = byPhase(lines.filter(isPublished), (line) => line);
  return phases.filter((phase) => published(phase).length > 0);
}
