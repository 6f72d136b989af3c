import type { Assessment, Contribution } from '../assessment/assessment.js';
import { grouped, percent } from '../units/format.js';
import type { Section, TemplateData, TemplateValue } from './section.js';
import { remedyFor } from './words/advice.js';
import { defaultRangeOf, rangeText, valueText } from './words/inputs.js';
import { developmentPhases, distinct, intervalText, mainTotal } from './words/words.js';

/** Inputs with a row of their own, as in the chart; the small ones share the last. */
const mostRows = 8;
const leastShare = 0.01;
/** To measure what makes less of the variance would hardly narrow the interval. */
const worthMeasuring = 0.1;
const mostAdvice = 3;

/** How sure the total is, what the interval comes from, and what to measure next. */
export const uncertainty = {
  id: 'uncertainty',
  data: (assessment, { charts }): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const interval = intervalText(total.emissions);
    const side = assessment.totals.development === undefined ? 'deployment' : 'development';
    if (interval === undefined) return { side, withoutRange: withoutRange(assessment) };
    const all = assessment.contributions ?? [];
    const named = all.filter(({ share }, index) => index === 0 || (index < mostRows && share >= leastShare));
    const others = all.slice(named.length);
    const next = named.filter(({ share }, index) => index === 0 || (index < mostAdvice && share >= worthMeasuring));
    return {
      interval,
      side,
      draws: assessment.method.draws === undefined ? undefined : grouped(assessment.method.draws, 0),
      contributions: named.map((one) => row(assessment, one)),
      others: others.length === 0 ? undefined : othersRow(others),
      next: next.map((one) => ({ ...row(assessment, one), to: { [remedyFor(one)]: true } })),
      chart: charts.get('contributions'),
    };
  },
} as const satisfies Section;

function row(assessment: Assessment, one: Contribution): { readonly [key: string]: TemplateValue } {
  return {
    input: one.input,
    phases: phasesText(assessment, one),
    path: one.path,
    value: one.value === undefined ? '–' : valueText(one.value, one.unit ?? '1'),
    range: rangeText(one),
    share: percent(one.share),
    ...origin(assessment, one),
  };
}

/** Who says how far the truth may lie from the value. */
function origin(assessment: Assessment, one: Contribution): { readonly [key: string]: TemplateValue } {
  if (one.range !== undefined) {
    const taken = defaultRangeOf(assessment, one);
    // A row that goes by the basis alone needs no more words than that.
    return { isDefault: true, ...(taken && { size: taken.row.size, of: one.range === one.basis ? one.basis : taken.row.title }) };
  }
  if (one.path !== undefined) return { isGiven: true };
  return one.basis === 'assumed' ? { isOurs: true } : { isSources: true };
}

function othersRow(others: readonly Contribution[]): TemplateValue {
  const share = others.reduce((sum, one) => sum + one.share, 0);
  return { count: grouped(others.length, 0), several: others.length > 1, share: percent(share) };
}

/** Phases that an input belongs to, where those are not all of the total. */
function phasesText(assessment: Assessment, { phases = [] }: Contribution): string | undefined {
  const development = developmentPhases(assessment);
  const side = development.length > 0 ? development : assessment.phases;
  if (phases.length === 0 || phases.length >= side.length) return undefined;
  return phases.length > 3 ? `${phases.length} of ${side.length} phases` : phases.join(', ');
}

/** Inputs whose range nobody knows, which is why there is no interval. */
function withoutRange(assessment: Assessment): string | undefined {
  const isDevelopment = assessment.totals.development !== undefined;
  const own = assessment.lines.filter(({ phase }) => (phase !== 'deployment') === isDevelopment);
  const without = own.flatMap(({ inputs }) => inputs).filter(({ low, exact }) => low === undefined && exact !== true);
  return without.length === 0 ? undefined : distinct(without.map(({ name }) => name)).join(', ');
}
