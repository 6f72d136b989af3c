import type { Section } from './section.js';
import { answerOf } from './words/answer.js';

/** The answer, in its first sentence. */
export const headline = {
  id: 'headline',
  data: answerOf,
} as const satisfies Section;
