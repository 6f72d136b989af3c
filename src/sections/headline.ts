import { answerOf } from './answer.js';
import type { Section } from './section.js';

/** The answer, in its first sentence. */
export const headline = {
  id: 'headline',
  data: answerOf,
} as const satisfies Section;
