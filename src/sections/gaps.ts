import type { Assessment, Omission, PhaseFacts } from '../assessment/assessment.js';
import { componentPhrases } from '../assessment/component-names.js';
import { isUnmeasured, titlesText } from '../assessment/coverage.js';
import { componentIds, type OmissionId, type PhaseKind } from '../assessment/ids.js';
import { publishedPhases } from '../assessment/published.js';
import { sizeText } from '../assessment/size.js';
import type { Section, TemplateData, TemplateValue } from './section.js';
import { mainTotal } from './words/words.js';

/** Parts of making the hardware that have no figure. */
const ofHardware: readonly OmissionId[] = ['servers', 'rest-of-computer'];

/** Parts of a life cycle that can be large, the largest first; the others are in the report. */
const large: readonly (OmissionId | PhaseKind)[] = ['failed-runs', 'experiments', 'data-generation', 'evaluation', 'deployment'];

/** What is not counted and could matter, in a line, with its size where that is known; then what is perhaps not counted. */
export const gaps = {
  id: 'gaps',
  data: (assessment): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const components = componentItems(assessment);
    const find = (ids: readonly string[]): readonly Omission[] => ids.flatMap((id) => assessment.omissions.filter((one) => one.id === id));
    // Of the work itself nothing is small.
    const work = unmeasuredWork(assessment);
    const unmetered = find(['unmetered']).map(({ what, reason, phases }) =>
      item(what, `${phases === undefined ? '' : ofPhases(assessment, phases)} (${reason})`),
    );
    // A base model that is named has a sentence of its own.
    const base = assessment.baseModels === undefined ? find(['base-model']) : [];
    const others = find(large).filter(isKnown);
    return {
      interval: total.emissions.low !== undefined,
      items: [
        ...work,
        ...unmetered,
        ...base.map(({ what }) => item(what)),
        ...components.filter(({ of }) => of === undefined),
        ...others.map(({ what, phases }) => item(what, phases && ofPhases(assessment, phases))),
        ...components.filter(({ of }) => of !== undefined),
        ...find(large).flatMap((one) =>
          one.unknownIn === undefined ? [] : [item(`perhaps ${lower(one.what)} (${unknownText(assessment, one.unknownIn)})`)],
        ),
      ],
    };
  },
} as const satisfies Section;

/** The same as a sentence, for readers other than those of a card; nothing where nothing is missing. */
export function gapsText(assessment: Assessment): string | undefined {
  const data: TemplateData | undefined = gaps.data(assessment);
  const items = listOf(data?.['items']);
  if (items.length === 0) return undefined;
  const texts = items.map((one) => {
    const parts = listOf(one['parts']).map(({ what, size }) => (typeof size === 'string' ? `${String(what)} (${size})` : String(what)));
    return `${typeof one['of'] === 'string' ? `in ${one['of']}: ` : ''}${parts.join(', ')}`;
  });
  return `Not counted${data?.['interval'] === true ? ', nor covered by the interval' : ''}: ${texts.join('; ')}.`;
}

function listOf(value: TemplateValue): readonly TemplateData[] {
  return Array.isArray(value) ? value : [];
}

/** The work of phases whose other electricity is counted: what their log did not measure, with the reason. */
function unmeasuredWork(assessment: Assessment): readonly TemplateValue[] {
  const byReason = new Map<string, PhaseFacts[]>();
  for (const state of assessment.states.filter((one) => isUnmeasured(assessment, one))) {
    const own = assessment.phases.filter((facts) => facts.phase === state.phase && facts.name === state.name);
    byReason.set(state.reason ?? '', [...(byReason.get(state.reason ?? '') ?? []), ...own]);
  }
  return [...byReason].map(([reason, own]) =>
    item(
      componentPhrases.dynamic,
      `${ofPhases(
        assessment,
        own.map(({ title }) => title),
      )} (${reason})`,
    ),
  );
}

/** Not merely unknown: of the model as a whole, or of some phases. */
function isKnown({ phases, unknownIn }: Omission): boolean {
  return unknownIn === undefined || phases !== undefined;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function item(what: string, more = ''): TemplateValue {
  return { parts: [{ what: `${lower(what)}${more}` }] };
}

/** ` of experiments`: where they are of some phases only. */
function ofPhases({ phases }: Assessment, titles: readonly string[]): string {
  const own = phases.filter(({ title }) => titles.includes(title));
  return own.length === phases.length ? '' : ` of ${titlesText(own, phases)}`;
}

/** `unknown whether the hours include them`; with the phases, where others say so. */
function unknownText(assessment: Assessment, titles: readonly string[]): string {
  const development = assessment.phases.filter(({ phase }) => phase !== 'deployment');
  const own = development.filter(({ title }) => titles.includes(title));
  if (own.length === development.length)
    return `unknown whether the ${publishedPhases(assessment, own).length === own.length ? 'published total includes' : 'hours include'} them`;
  return `it is unknown whether the hours of ${titlesText(own, development)} include them`;
}

interface Missing {
  readonly [key: string]: TemplateValue;
  /** The phases that lack the parts; nothing where all do. */
  readonly of: string | undefined;
  readonly parts: readonly TemplateValue[];
}

/** Components, and parts of making the hardware, that are not counted, by the phases that lack them, each with its size where that is known. */
function componentItems(assessment: Assessment): readonly Missing[] {
  const { states, phases, omissions } = assessment;
  const byPhases = new Map<string, Missing & { readonly parts: TemplateValue[] }>();
  const add = (own: readonly PhaseFacts[], part: TemplateValue): void => {
    const key = own.map((facts) => phases.indexOf(facts)).join();
    const group = byPhases.get(key) ?? { of: own.length === phases.length ? undefined : whereText(own, phases), parts: [] };
    group.parts.push(part);
    byPhases.set(key, group);
  };
  const addHardware = (): void => {
    for (const { what, phases: titles = [] } of omissions.filter(({ id }) => ofHardware.some((one) => one === id)))
      add(
        phases.filter(({ title }) => titles.length === 0 || titles.includes(title)),
        { what: lower(what) },
      );
  };
  for (const component of componentIds) {
    const missing = states.filter(
      (state) => state.component === component && state.state === 'not-counted' && !isUnmeasured(assessment, state),
    );
    const own = phases.filter((facts) => missing.some(({ phase, name }) => phase === facts.phase && name === facts.name));
    if (own.length > 0) add(own, { what: componentPhrases[component], size: sizeText(missing) });
    if (component === 'embodied') addHardware();
  }
  return [...byPhases.values()];
}

/** `development` where it is all of it, else its phases. */
function whereText(own: readonly PhaseFacts[], all: readonly PhaseFacts[]): string {
  const isDeveloped = ({ phase }: PhaseFacts): boolean => phase !== 'deployment';
  const developed = all.filter(isDeveloped);
  return developed.length > 1 && own.length === developed.length && own.every(isDeveloped) ? 'development' : titlesText(own, all);
}
