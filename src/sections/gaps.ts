import type { Assessment, OmissionId, PhaseFacts, PhaseKind } from '../assessment/assessment.js';
import { componentPhrases } from '../assessment/component-names.js';
import { titlesText } from '../assessment/coverage.js';
import { componentIds } from '../assessment/ids.js';
import { THIN } from '../units/format.js';
import type { Section, TemplateData, TemplateValue } from './section.js';
import { mainTotal } from './words/words.js';

/** Parts of a life cycle that can be large, the largest first; the others are in the report. */
const large: readonly (OmissionId | PhaseKind)[] = ['failed-runs', 'experiments', 'data-generation', 'evaluation', 'deployment'];

/** What is not counted and could matter, in a line, with its size where that is known. */
export const gaps = {
  id: 'gaps',
  data: (assessment): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const components = componentItems(assessment);
    const omitted = (id: string): string | undefined => assessment.omissions.find((one) => one.id === id)?.what;
    return {
      interval: total.emissions.low !== undefined,
      items: [
        ...itemOf(omitted('base-model')),
        ...components.filter(({ of }) => of === undefined),
        ...large.flatMap((id) => itemOf(omitted(id))),
        ...components.filter(({ of }) => of !== undefined),
      ],
    };
  },
} as const satisfies Section;

function itemOf(what: string | undefined): readonly TemplateValue[] {
  return what === undefined ? [] : [{ parts: [{ what: what.charAt(0).toLowerCase() + what.slice(1) }] }];
}

interface Missing {
  readonly [key: string]: TemplateValue;
  /** The phases that lack the parts; nothing where all do. */
  readonly of: string | undefined;
  readonly parts: readonly TemplateValue[];
}

/** Components that are not counted, by the phases that lack them, each with its size where that is known. */
function componentItems({ states, phases }: Assessment): readonly Missing[] {
  const byPhases = new Map<string, Missing & { readonly parts: TemplateValue[] }>();
  for (const component of componentIds) {
    const missing = states.filter((state) => state.component === component && state.state === 'not-counted');
    const own = phases.filter((facts) => missing.some(({ phase, name }) => phase === facts.phase && name === facts.name));
    const [only, ...others] = missing;
    if (only === undefined) continue;
    const key = own.map((facts) => phases.indexOf(facts)).join();
    const group = byPhases.get(key) ?? { of: own.length === phases.length ? undefined : whereText(own, phases), parts: [] };
    group.parts.push({ what: componentPhrases[component], size: others.length === 0 ? sizeIn(only.reason) : undefined });
    byPhases.set(key, group);
  }
  return [...byPhases.values()];
}

/** `development` where it is all of it, else its phases. */
function whereText(own: readonly PhaseFacts[], all: readonly PhaseFacts[]): string {
  const isDeveloped = ({ phase }: PhaseFacts): boolean => phase !== 'deployment';
  const developed = all.filter(isDeveloped);
  return developed.length > 1 && own.length === developed.length && own.every(isDeveloped) ? 'development' : titlesText(own, all);
}

/** The size that a reason states: `137 kWh` of `outside the boundary; about 137 kWh at the default share`. */
function sizeIn(reason = ''): string | undefined {
  const [, number, unit] = /\babout ([\d.,]*\d) ([kMGT]?Wh|[kM]?t CO₂e|k?g CO₂e)(?!\S)/.exec(reason.replace(/[\u00a0\u202f]/g, ' ')) ?? [];
  return number === undefined ? undefined : `${number}${THIN}${unit}`;
}
