import type { Section } from './section.js';
import { answerOf } from './words/answer.js';

/** The main result in a sentence, then what is counted. */
export const headline = {
  id: 'headline',
  data: answerOf,
} as const satisfies Section;
