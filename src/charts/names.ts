import type { Assessment } from '../assessment/assessment.js';
import { plainText } from './plain-text.js';

/** The model's name as one line of plain text. */
export function modelName(assessment: Assessment): string {
  return plainText(assessment.model.name);
}
