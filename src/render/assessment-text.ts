import type { Assessment } from '../assessment/assessment.js';

/** The assessment as the text of `assessment.json`, as a file and as an attachment alike. */
export function assessmentText(assessment: Assessment): string {
  return `${JSON.stringify(assessment, undefined, 2)}\n`;
}
