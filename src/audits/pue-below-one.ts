import type { Audit } from './audit.js';
import { messages } from './messages.js';

export const pueBelowOne = {
  id: 'pue-below-one',
  severity: 'error',
  question: 'Is every PUE 1 or more?',
  audit: ({ values }) =>
    values.flatMap(({ measure, value, number, at }) => (measure === 'pue' && value < 1 ? [{ at, ...messages.pueBelowOne(number) }] : [])),
} as const satisfies Audit;
