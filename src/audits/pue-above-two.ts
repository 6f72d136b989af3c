import { pueFinding } from '../plausibility/pue.js';
import { thresholds } from '../plausibility/thresholds.js';
import type { Audit } from './audit.js';

export const pueAboveTwo = {
  id: 'pue-above-two',
  severity: 'warning',
  otherSeverity: 'error',
  question: 'Is every PUE one that a facility can have, at most 2?',
  audit: (subject) => {
    const found = subject.values.flatMap(({ measure, low, value, at }) => {
      const finding = measure === 'pue' && low > thresholds.highPue.value ? pueFinding(value) : undefined;
      if (finding === undefined) return [];
      const { id: _, ...rest } = finding;
      return [{ ...rest, at }];
    });
    // The phases of an assessment repeat the PUE of their site.
    if (subject.kind !== 'assessment') return found;
    return found.filter((finding, order) => found.findIndex((other) => other.message === finding.message) === order);
  },
} as const satisfies Audit;
