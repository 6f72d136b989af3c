import type { LookupStep } from '../../factor.js';

/** Sentences on what a look-up of hardware took, beside those in `src/factors/steps.ts`. */
export const hardwareSteps = {
  chipsOnBoards: (asked: string, chips: number, boards: number): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” has ${chips} chips, two on each board of a Tesla K80: ${boards === 1 ? 'one board' : `${boards} boards`} in an instance`,
  }),
  partOfCard: (asked: string, card: string, part: number): LookupStep => ({
    id: 'variant-taken',
    text: `“${asked}” is ${part === 1 ? 'a whole' : `${Number((part * 100).toPrecision(3))} % of a`} ${card}: that part of its power and of making it was used`,
  }),
  processorsBeside: (processors: readonly string[]): LookupStep => ({
    id: 'processors-beside',
    text: `${processors.join(' and ')}: the processors are part of the default for the rest of the machine`,
  }),
} as const;
