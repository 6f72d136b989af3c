import type { Assessment, Contribution } from '../assessment/assessment.js';
import { type ContributionLimits, contributionGroups } from '../assessment/contribution-groups.js';
import { grouped } from '../units/format.js';
import type { Section, TemplateData, TemplateValue } from './section.js';
import { adviceFor } from './words/advice.js';
import { rangeText, valueText } from './words/inputs.js';
import { placesIn } from './words/phases.js';
import { distinct, intervalText, mainPhases, mainTotal } from './words/words.js';

/** Inputs with a row of their own; the small ones share the last. */
const rows: ContributionLimits = { max: 6, minShare: 0.05 };
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
    const { named, others } = contributionGroups(assessment.contributions ?? [], rows);
    const isAdvised = ({ share }: Contribution, index: number): boolean => index === 0 || (index < maxAdvice && share >= minShareOfAdvice);
    return {
      interval,
      side,
      samples: assessment.method.draws === undefined ? undefined : grouped(assessment.method.draws, 0),
      contributions: named.map(({ contribution, label }, index) => ({
        ...row(assessment, contribution),
        share: label,
        advice: isAdvised(contribution, index) ? adviceFor(contribution) : undefined,
      })),
      others: others && { count: grouped(others.count, 0), several: others.count > 1, share: others.label },
    };
  },
} as const satisfies Section;

function row(assessment: Assessment, one: Contribution): { readonly [key: string]: TemplateValue } {
  const phases = phasesText(assessment, one);
  // Without a value, it is of several phases, each with its own.
  const count = one.value === undefined ? (one.phases ?? []).length : 0;
  const several = count < 2 ? undefined : (phases ?? (count === 2 ? 'both phases' : `all ${grouped(count, 0)} phases`));
  return {
    input: several === undefined ? one.input : `${one.input} of ${several}`,
    phases: several === undefined ? phases : undefined,
    path: one.path,
    value: one.value === undefined ? '–' : valueText(one.value, one.unit ?? '1', one.input),
    range: rangeText(one),
  };
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
