import type { Assessment, Line, PhaseFacts } from './assessment.js';

/** Name of the input of a line that is a total as published. */
export const publishedInput = 'published emissions';

/** Whether a line is a total as published: emissions of electricity, with nothing that they were calculated from. */
export function isPublished({ inputs }: Pick<Line, 'inputs'>): boolean {
  return inputs.some(({ name }) => name === publishedInput);
}

/** The phases whose electricity is a total as published: without its energy, and by the accounting of its source. */
export function publishedPhases({ lines }: Pick<Assessment, 'lines'>, phases: readonly PhaseFacts[]): readonly PhaseFacts[] {
  const keyOf = ({ phase, name }: Pick<Line, 'phase' | 'name'>): string => JSON.stringify([phase, name]);
  const published = new Set(lines.filter(isPublished).map(keyOf));
  return phases.filter((phase) => published.has(keyOf(phase)));
}
