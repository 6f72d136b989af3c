import type { Line } from './assessment.js';

/** Name of the input of a line that is a total as published. */
export const publishedInput = 'published emissions';

/** Whether a line is a total as published: emissions of electricity, with nothing that they were calculated from. */
export function isPublished({ inputs }: Pick<Line, 'inputs'>): boolean {
  return inputs.some(({ name }) => name === publishedInput);
}
