import { assessmentText } from '../render/assessment-text.js';
import { outputTexts } from './ids.js';
import type { Output } from './output.js';

/** The assessment for programs, in full precision. */
export const json = {
  id: 'json',
  render: (assessment) => new Map([[outputTexts.json.files, assessmentText(assessment)]]),
} as const satisfies Output;
