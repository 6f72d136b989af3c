import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** sentence-transformers prints three decimals of a kilogram: a run below half a gram is 0.000 kg. */
export const numbersRoundedAway = {
  id: 'numbers-rounded-away',
  severity: 'warning',
  question: 'Do all values have significant digits after rounding?',
  audit: ({ values, kind }) =>
    values.flatMap(({ measure, value, number, text, at, is }) => {
      const isTold = (measure === 'emissions' || measure === 'energy') && !is.has('market') && !is.has('metadata') && !is.has('range');
      const isZeros = value === 0 && /^0?\.0+$/.test(number) && !(measure === 'energy' && is.has('gpu'));
      return kind === 'card' && isTold && isZeros ? [{ at, ...messages.roundedAway(text) }] : [];
    }),
} as const satisfies Audit;
