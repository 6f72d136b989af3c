import type { ComponentId } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { Component, Outcome } from './component.js';
import { dynamic } from './dynamic.js';
import { embodied } from './embodied.js';
import { host } from './host.js';
import { idle } from './idle.js';
import { overhead } from './overhead.js';

/** Each after those that it can be inside of or is a share of: a baseline of the nodes, in `idle`, includes their host. */
export const components = { embodied, dynamic, idle, host, overhead } as const satisfies {
  readonly [Id in ComponentId]: Component & { readonly id: Id };
};

/** What became of each component in a phase, in the order of every report. */
export function outcomesOf(phase: ResolvedPhase): Record<ComponentId, Outcome> {
  const before: Partial<Record<ComponentId, Outcome>> = {};
  for (const component of Object.values(components)) before[component.id] = outcomeOf(component, phase, before);
  return Object.fromEntries(componentIds.map((id) => [id, before[id]])) as Record<ComponentId, Outcome>;
}

function outcomeOf(component: Component, phase: ResolvedPhase, before: Partial<Record<ComponentId, Outcome>>): Outcome {
  const own = phase.notCounted[component.id];
  const holder = component.includedIn?.(phase);
  if (holder !== undefined && before[holder.in]?.state === 'counted') return { state: 'included', ...holder };
  if (!phase.boundary.includes(component.id)) {
    const outside = component.outside?.(phase) ?? { reason: reasons.outsideBoundary };
    return { state: 'not-counted', ...outside, ...(own !== undefined && { reason: own }) };
  }
  const outcome = component.assess(phase, before);
  return own !== undefined && outcome.state === 'not-counted' ? { ...outcome, reason: own } : outcome;
}
