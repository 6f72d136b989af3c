import type { Assessment, Omission, State, StateKind } from '../assessment/assessment.js';
import { componentPhrases } from '../assessment/component-names.js';
import type { OmissionId } from '../assessment/ids.js';
import { sizeText } from '../assessment/size.js';
import { listed } from '../units/listed.js';
import type { Section } from './section.js';
import { series } from './words/parts.js';
import { placesIn } from './words/phases.js';
import { codeParts } from './words/words.js';

/** What comes before all else: the work itself where it was not measured, then most of what a fine-tuned model emitted. */
const first: readonly OmissionId[] = ['unmetered', 'base-model'];

interface Item {
  readonly what: string;
  readonly where: string | undefined;
  /** About how much electricity it is, of all phases together. */
  readonly size?: string | undefined;
  readonly reason: string;
  /** The component whose line includes it. */
  readonly inside: string | undefined;
}

/** What the totals leave out, each reason once: components of phases first, then parts of the life cycle. */
export const notCounted = {
  id: 'not-counted',
  data: (assessment) => {
    const isFirst = ({ id }: { readonly id: string }): boolean => first.some((one) => one === id);
    const { omissions } = assessment;
    const components = componentItems(assessment, 'not-counted');
    const ofWork = components.filter(({ what }) => what.startsWith(componentPhrases.dynamic));
    const items = [
      ...ofWork,
      ...omissionItems(assessment, omissions.filter(isFirst)),
      ...components.filter((one) => !ofWork.includes(one)),
      ...omissionItems(
        assessment,
        omissions.filter((one) => !isFirst(one)),
      ),
    ];
    const [included, notApplicable] = [componentItems(assessment, 'included'), componentItems(assessment, 'not-applicable')];
    if (items.length + included.length + notApplicable.length === 0) return undefined;
    return {
      items: items.map((one) => ({ ...shown(one), reason: codeParts(one.reason) })),
      included: included.map(shown),
      notApplicable: notApplicable.map(shown),
    };
  },
} as const satisfies Section;

function shown({ what, where, ...rest }: Item): { readonly [key: string]: string | undefined } {
  // One pair of brackets is not followed by another.
  const place = where === undefined ? '' : what.endsWith(')') ? ` in ${where}` : ` (${where})`;
  return { what: `${what.charAt(0).toUpperCase()}${what.slice(1)}${place}`, ...rest };
}

/** Parts of the life cycle, those of one reason and of the same phases together. */
function omissionItems(assessment: Assessment, omissions: readonly Omission[]): readonly Item[] {
  const groups = new Map<string, { readonly where: string | undefined; readonly reason: string; readonly whats: string[] }>();
  for (const { what, reason, phases: titles, unknownIn } of omissions) {
    // A reason that some phases are unknown names them all itself.
    const own = unknownIn === undefined && assessment.phases.length > 1 ? titles : undefined;
    const where =
      own &&
      placesIn(
        assessment,
        assessment.phases.filter(({ title }) => own.includes(title)),
      );
    const key = JSON.stringify([reason, where]);
    const group = groups.get(key) ?? { where, reason, whats: [] };
    group.whats.push(what.charAt(0).toLowerCase() + what.slice(1));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ whats, ...rest }) => ({ what: series(whats), inside: undefined, ...rest }));
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
    const key = JSON.stringify([placesIn(assessment, states), insideOf(assessment, one), one.reason, sizeText(states) !== undefined]);
    groups.set(key, [...(groups.get(key) ?? []), states]);
  }
  return [...groups.values()].flatMap((group) => {
    const [states = []] = group;
    const [one] = states;
    if (one === undefined) return [];
    const whats = group.flatMap(([state]) => (state === undefined ? [] : [componentPhrases[state.component]]));
    const where = assessment.phases.length > 1 ? placesIn(assessment, states) : undefined;
    const size = sizeText(group.flat());
    const inAll = states.length > 1 ? ' in all' : '';
    return [{ what: listed(whats), where, size: size && `${size}${inAll}`, reason: one.reason ?? '', inside: insideOf(assessment, one) }];
  });
}

function insideOf({ lines }: Assessment, state: State): string | undefined {
  const line = lines.find(({ id }) => id === state.in);
  return line && componentPhrases[line.component];
}
