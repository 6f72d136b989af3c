import { guessedCpuPower } from '../claims/thresholds.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

export const guessedPower = {
  id: 'guessed-power',
  severity: 'warning',
  question: 'Is the power of the CPU its own, and not a default of a tool?',
  audit: ({ values }) =>
    values.flatMap(({ measure, value, number, context, at }) =>
      measure === 'power' && value === guessedCpuPower && /^42\.50*$/.test(number) && /\bcpu|processor/i.test(context)
        ? [{ at, ...messages.guessedPower() }]
        : [],
    ),
} as const satisfies Audit;
