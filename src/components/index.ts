import { type ComponentId, componentIds } from '../assess/assessment.js';
import { reasons } from '../diagnostics/messages.js';
import type { ResolvedPhase } from '../manifest/resolve/resolved.js';
import type { Component, Outcome } from './component.js';
import { dynamic } from './dynamic.js';
import { embodied } from './embodied.js';
import { idle } from './idle.js';
import { overhead } from './overhead.js';

export const components = { embodied, dynamic, idle, overhead } as const satisfies {
  readonly [Id in ComponentId]: Component & { readonly id: Id };
};

/** What became of each component in a phase. */
export function outcomesOf(phase: ResolvedPhase): Record<ComponentId, Outcome> {
  const before: Partial<Record<ComponentId, Outcome>> = {};
  for (const id of componentIds) {
    before[id] = phase.boundary.includes(id)
      ? components[id].assess(phase, before)
      : { state: 'not-counted', reason: reasons.outsideBoundary };
    const own = phase.notCounted[id];
    const outcome = before[id];
    if (own !== undefined && outcome?.state === 'not-counted') before[id] = { state: 'not-counted', reason: own };
  }
  return before as Record<ComponentId, Outcome>;
}
