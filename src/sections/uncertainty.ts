import type { Assessment, Contribution } from '../assessment/assessment.js';
import { grouped, percent } from '../units/format.js';
import type { Section, TemplateData, TemplateValue } from './section.js';
import { adviceFor } from './words/advice.js';
import { rangeText, valueText } from './words/inputs.js';
import { placesIn } from './words/phases.js';
import { distinct, intervalText, mainPhases, mainTotal } from './words/words.js';

/** Inputs with a row of their own; the small ones share the last. */
const maxRows = 6;
const minShare = 0.05;
/** Measuring an input with a smaller share of the variance would hardly narrow the interval. */
const minShareOfAdvice = 0.1;
const maxAdvice = 3;

/** The interval of the total, the inputs that it comes from, and what to measure next. */
export const uncertainty = {
  id: 'uncertainty',
  data: (assessment): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const interval = intervalText(total.emissions);
    const side = assessment.totals.development === undefined ? 'deployment' : 'development';
    if (interval === undefined) return { side, withoutRange: withoutRange(assessment) };
    const all = assessment.contributions ?? [];
    const named = all.filter(({ share }, index) => index === 0 || (index < maxRows && share >= minShare));
    const others = all.slice(named.length);
    const isAdvised = ({ share }: Contribution, index: number): boolean => index === 0 || (index < maxAdvice && share >= minShareOfAdvice);
    return {
      interval,
      side,
      samples: assessment.method.draws === undefined ? undefined : grouped(assessment.method.draws, 0),
      contributions: named.map((one, index) => ({
        ...row(assessment, one),
        advice: isAdvised(one, index) ? adviceFor(one) : undefined,
      })),
      others: others.length === 0 ? undefined : othersRow(others),
    };
  },
} as const satisfies Section;

function row(assessment: Assessment, one: Contribution): { readonly [key: string]: TemplateValue } {
  return {
    input: one.input,
    phases: phasesText(assessment, one),
    path: one.path,
    value: one.value === undefined ? '–' : valueText(one.value, one.unit ?? '1', one.input),
    range: rangeText(one),
    share: percent(one.share),
  };
}

function othersRow(others: readonly Contribution[]): TemplateValue {
  const share = others.reduce((sum, one) => sum + one.share, 0);
  return { count: grouped(others.length, 0), several: others.length > 1, share: percent(share) };
}

/** Phases that an input belongs to, where those are not all of the total. */
function phasesText(assessment: Assessment, { phases = [] }: Contribution): string | undefined {
  const side = mainPhases(assessment);
  const own = side.filter(({ title }) => phases.includes(title));
  return own.length === 0 || own.length === side.length ? undefined : placesIn(assessment, own);
}

/** Uncertain inputs without a range: the reason why there is no interval. */
function withoutRange(assessment: Assessment): string | undefined {
  const isDevelopment = assessment.totals.development !== undefined;
  const own = assessment.lines.filter(({ phase }) => (phase !== 'deployment') === isDevelopment);
  const without = own.flatMap(({ inputs }) => inputs).filter(({ low, exact }) => low === undefined && exact !== true);
  return without.length === 0 ? undefined : distinct(without.map(({ name }) => name)).join(', ');
}
