import type { Assessment, Contribution } from '../assessment/assessment.js';
import { grouped, percent } from '../units/format.js';
import type { Section, TemplateData, TemplateValue } from './section.js';
import { adviceFor } from './words/advice.js';
import { defaultRangeOf, rangeText, valueText } from './words/inputs.js';
import { developmentPhases, distinct, intervalText, mainTotal } from './words/words.js';

/** Inputs with a row of their own, as in the chart; the small ones share the last. */
const maxRows = 8;
const minShare = 0.01;
/** Measuring an input with a smaller share of the variance would hardly narrow the interval. */
const minShareOfAdvice = 0.1;
const maxAdvice = 3;

/** The interval of the total, the inputs that it comes from, and what to measure next. */
export const uncertainty = {
  id: 'uncertainty',
  data: (assessment, { charts }): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const interval = intervalText(total.emissions);
    const side = assessment.totals.development === undefined ? 'deployment' : 'development';
    if (interval === undefined) return { side, withoutRange: withoutRange(assessment) };
    const all = assessment.contributions ?? [];
    const named = all.filter(({ share }, index) => index === 0 || (index < maxRows && share >= minShare));
    const others = all.slice(named.length);
    const next = named.filter(({ share }, index) => index === 0 || (index < maxAdvice && share >= minShareOfAdvice));
    return {
      interval,
      side,
      samples: assessment.method.draws === undefined ? undefined : grouped(assessment.method.draws, 0),
      contributions: named.map((one) => row(assessment, one)),
      others: others.length === 0 ? undefined : othersRow(others),
      next: next.map((one) => ({ ...row(assessment, one), advice: adviceFor(one) })),
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

/** Where the range comes from: a default range, the manifest, the default value itself, or the source. */
function origin(assessment: Assessment, one: Contribution): { readonly [key: string]: TemplateValue } {
  if (one.range !== undefined) {
    const taken = defaultRangeOf(assessment, one);
    // A default range for a whole basis is named by that basis.
    const of = one.range === one.basis ? one.basis : taken?.row.title;
    return { isDefault: true, size: taken?.row.size, of: taken && of };
  }
  if (one.path !== undefined) return { isGiven: true };
  return one.basis === 'assumed' ? { isOfDefault: true } : { isOfSource: true };
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

/** Uncertain inputs without a range: the reason why there is no interval. */
function withoutRange(assessment: Assessment): string | undefined {
  const isDevelopment = assessment.totals.development !== undefined;
  const own = assessment.lines.filter(({ phase }) => (phase !== 'deployment') === isDevelopment);
  const without = own.flatMap(({ inputs }) => inputs).filter(({ low, exact }) => low === undefined && exact !== true);
  return without.length === 0 ? undefined : distinct(without.map(({ name }) => name)).join(', ');
}
