import type { LookupStep } from '../../factor.js';

/** Sentences on what a look-up of hardware took, beside those in `src/factors/steps.ts`. */
export const hardwareSteps = {
  chipsOnBoards: (asked: string, chips: number, boards: number): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” has ${chips} chips, two on each board of a Tesla K80: ${boards === 1 ? 'one board' : `${boards} boards`} in an instance`,
  }),
  processorsBeside: (processors: readonly string[]): LookupStep => ({
    id: 'processors-beside',
    text: `${processors.join(' and ')}: the processors are part of the default for the rest of the machine`,
  }),
} as const;
