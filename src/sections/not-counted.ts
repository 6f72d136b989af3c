import type { Assessment } from '../assess/assessment.js';
import type { Section } from './section.js';
import { listed, titleOf } from './words.js';

/** What the figures leave out, each with the reason: components of the phases first, then parts of the life cycle. */
export const notCounted = {
  id: 'not-counted',
  data: (assessment) => {
    const items = [...componentItems(assessment), ...assessment.omissions.map(({ what, reason }) => ({ phase: undefined, what, reason }))];
    return items.length === 0 ? undefined : { items };
  },
} as const satisfies Section;

/** One item for the components of a phase that share a state and a reason. */
function componentItems(assessment: Assessment): readonly { readonly phase: string; readonly what: string; readonly reason: string }[] {
  const byReason = new Map<string, { title: string; components: string[]; reason: string }>();
  for (const state of assessment.states) {
    if (state.state === 'counted' || state.state === 'not-applicable') continue;
    const title = titleOf(assessment, state);
    const reason = state.state === 'included' ? `included in ${state.in}: ${state.reason ?? ''}` : (state.reason ?? '');
    const key = JSON.stringify([title, reason]);
    const item = byReason.get(key) ?? { title, components: [], reason };
    item.components.push(state.component);
    byReason.set(key, item);
  }
  return [...byReason.values()].map(({ title, components, reason }) => ({ phase: title, what: listed(components), reason }));
}
