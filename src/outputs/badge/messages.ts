import { note } from '../../diagnostics/message.js';

/** What a badge needs and the assessment lacks. */
export const badgeMessages = {
  nothingCounted: () =>
    note('badge-nothing-counted', 'No badge: nothing is counted, so that there is no total to show.', {
      expected: 'Add `energy:`, or `hardware:` and `duration:`, to a phase',
    }),
} as const;
