import { maxYears } from '../claims/thresholds.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

export const gridYear = {
  id: 'grid-year',
  severity: 'warning',
  question: 'Is the grid intensity of about the year of the run?',
  audit: ({ years }) =>
    years.flatMap(({ grid, run, at }) => (Math.abs(grid - run) > maxYears ? [{ at, ...messages.gridYear(grid, run) }] : [])),
} as const satisfies Audit;
