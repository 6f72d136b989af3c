import type { Assessment, OmissionId, State, StateKind } from '../assessment/assessment.js';
import { phaseTitle } from '../assessment/phase-title.js';
import { listed } from '../units/listed.js';
import type { Section } from './section.js';

/** What comes before all else: most of what a fine-tuned model emitted. */
const first: OmissionId = 'base-model';

/** What the totals leave out, each with its reason: components of phases first, then parts of the life cycle. */
export const notCounted = {
  id: 'not-counted',
  data: (assessment) => {
    const omitted = assessment.omissions.map(({ id, what, reason }) => ({ id, phase: undefined, what, reason }));
    const isFirst = ({ id }: { readonly id: string }): boolean => id === first;
    const items = [...omitted.filter(isFirst), ...componentItems(assessment, 'not-counted'), ...omitted.filter((one) => !isFirst(one))];
    const [included, notApplicable] = [componentItems(assessment, 'included'), componentItems(assessment, 'not-applicable')];
    return items.length + included.length + notApplicable.length === 0 ? undefined : { items, included, notApplicable };
  },
} as const satisfies Section;

/** One item for the components of a phase that share a state and a reason. */
function componentItems(
  assessment: Assessment,
  kind: StateKind,
): readonly { readonly phase: string; readonly what: string; readonly reason: string; readonly in: string | undefined }[] {
  const byReason = new Map<string, { title: string; components: string[]; state: State }>();
  for (const state of assessment.states.filter((s) => s.state === kind)) {
    const title = phaseTitle(assessment, state);
    const key = JSON.stringify([title, state.in, state.reason]);
    const item = byReason.get(key) ?? { title, components: [], state };
    item.components.push(state.component);
    byReason.set(key, item);
  }
  return [...byReason.values()].map(({ title, components, state }) => ({
    phase: title,
    what: listed(components),
    reason: state.reason ?? '',
    in: state.in,
  }));
}
