import type { LookupStep } from '../../factor.js';

/** What a look-up of hardware says of the way it took, beside the sentences that all look-ups share. */
export const hardwareSteps = {
  chipsOnBoards: (asked: string, chips: number, boards: number): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” has ${chips} chips, two on each board of a Tesla K80: ${boards === 1 ? 'one board' : `${boards} boards`} to an instance`,
  }),
} as const;
