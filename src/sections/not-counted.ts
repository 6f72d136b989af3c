import type { Assessment, State, StateKind } from '../assessment/assessment.js';
import { componentPhrases } from '../assessment/component-names.js';
import type { OmissionId } from '../assessment/ids.js';
import { listed } from '../units/listed.js';
import type { Section } from './section.js';
import { series } from './words/parts.js';
import { placesIn } from './words/phases.js';

/** What comes before all else: most of what a fine-tuned model emitted. */
const first: OmissionId = 'base-model';

interface Item {
  readonly what: string;
  readonly where: string | undefined;
  readonly reason: string;
  /** The component whose line includes it. */
  readonly inside: string | undefined;
}

/** What the totals leave out, each reason once: components of phases first, then parts of the life cycle. */
export const notCounted = {
  id: 'not-counted',
  data: (assessment) => {
    const isFirst = ({ id }: { readonly id: string }): boolean => id === first;
    const { omissions } = assessment;
    const items = [
      ...omissions.filter(isFirst).map(({ what, reason }): Item => ({ what, where: undefined, reason, inside: undefined })),
      ...componentItems(assessment, 'not-counted'),
      ...omissionItems(omissions.filter((one) => !isFirst(one))),
    ];
    const [included, notApplicable] = [componentItems(assessment, 'included'), componentItems(assessment, 'not-applicable')];
    if (items.length + included.length + notApplicable.length === 0) return undefined;
    return { items: items.map(shown), included: included.map(shown), notApplicable: notApplicable.map(shown) };
  },
} as const satisfies Section;

function shown({ what, ...rest }: Item): { readonly [key: string]: string | undefined } {
  return { what: what.charAt(0).toUpperCase() + what.slice(1), ...rest };
}

/** Parts of the life cycle, those of one reason together. */
function omissionItems(omissions: Assessment['omissions']): readonly Item[] {
  const byReason = new Map<string, string[]>();
  for (const { what, reason } of omissions) byReason.set(reason, [...(byReason.get(reason) ?? []), what]);
  const lower = (what: string): string => what.charAt(0).toLowerCase() + what.slice(1);
  return [...byReason].map(([reason, whats]) => ({ what: series(whats.map(lower)), where: undefined, reason, inside: undefined }));
}

/** Components with one state and one reason together, with the phases that these are of. */
function componentItems(assessment: Assessment, kind: StateKind): readonly Item[] {
  const byReason = new Map<string, State[]>();
  for (const state of assessment.states.filter((one) => one.state === kind)) {
    const key = JSON.stringify([state.component, insideOf(assessment, state), state.reason]);
    byReason.set(key, [...(byReason.get(key) ?? []), state]);
  }
  const groups = new Map<string, State[][]>();
  for (const states of byReason.values()) {
    const [one] = states;
    if (one === undefined) continue;
    const key = JSON.stringify([placesIn(assessment, states), insideOf(assessment, one), one.reason]);
    groups.set(key, [...(groups.get(key) ?? []), states]);
  }
  return [...groups.values()].flatMap((group) => {
    const [states = []] = group;
    const [one] = states;
    if (one === undefined) return [];
    const whats = group.flatMap(([state]) => (state === undefined ? [] : [componentPhrases[state.component]]));
    const where = assessment.phases.length > 1 ? placesIn(assessment, states) : undefined;
    return [{ what: listed(whats), where, reason: one.reason ?? '', inside: insideOf(assessment, one) }];
  });
}

function insideOf({ lines }: Assessment, state: State): string | undefined {
  const line = lines.find(({ id }) => id === state.in);
  return line && componentPhrases[line.component];
}
