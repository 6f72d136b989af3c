import { pueFinding } from '../plausibility/pue.js';
import { thresholds } from '../plausibility/thresholds.js';
import type { Audit } from './audit.js';

export const pueAboveTwo = {
  id: 'pue-above-two',
  severity: 'warning',
  question: 'Is every PUE one that a facility can have, at most 2?',
  audit: ({ values }) =>
    values.flatMap(({ measure, low, value, at }) => {
      const found = measure === 'pue' && low > thresholds.highPue.value ? pueFinding(value) : undefined;
      if (found === undefined) return [];
      const { id: _, ...finding } = found;
      return [{ ...finding, at }];
    }),
} as const satisfies Audit;
