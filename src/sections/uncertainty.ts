import { percent } from '../units/format.js';
import type { Section } from './section.js';
import { intervalText, mainTotal } from './words.js';

/** How sure the total is, what the interval comes from, and what to measure next. */
export const uncertainty = {
  id: 'uncertainty',
  data: (assessment) => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const interval = intervalText(total.emissions);
    const contributions = (assessment.contributions ?? []).filter(({ share }) => share >= 0.005).slice(0, 8);
    const isDevelopment = assessment.totals.development !== undefined;
    const own = assessment.lines.filter(({ phase }) => (phase !== 'deployment') === isDevelopment);
    const without = own.flatMap(({ inputs }) => inputs).filter(({ low, exact }) => low === undefined && exact !== true);
    return {
      interval,
      side: isDevelopment ? 'development' : 'deployment',
      contributions: contributions.map(({ input, path, share }) => ({ input, path, share: percent(share) })),
      next: contributions[0]?.input,
      withoutRange: interval === undefined && without.length > 0 ? [...new Set(without.map(({ name }) => name))].join(', ') : undefined,
    };
  },
} as const satisfies Section;
