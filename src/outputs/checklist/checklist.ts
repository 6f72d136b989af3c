import { outputTexts } from '../ids.js';
import type { Output } from '../output.js';

/** Answers for the checklists of conferences. */
export const checklist = {
  id: 'checklist',
  render: (assessment) => new Map([[outputTexts.checklist.files, `${assessment.model.name}\n`]]),
} as const satisfies Output;
