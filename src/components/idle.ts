import { reservedIdle } from '../formulas/energy.js';
import { evaluate, excess, input, step, sum } from '../formulas/expression.js';
import { reasons } from '../resolve/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { atMost } from '../units/format.js';
import type { Component } from './component.js';
import { electricityLine, shared } from './electricity.js';

/** Electricity of machines that are on but not working: the baseline of nodes, and machines that are held. */
export const idle = {
  id: 'idle',
  includedIn: (phase) =>
    phase.baseline === undefined && phase.held === undefined && isWholeNode(phase)
      ? { in: 'dynamic', reason: phase.work?.isDefaultPower === true ? reasons.inNodeOfOurs : reasons.inNode }
      : undefined,
  assess: (phase) => {
    const { baseline, held } = phase;
    const reserved = held?.power && { power: held.power, energy: reservedIdle(input(held.power), held.hours, held.busy) };
    const draws = [
      ...(baseline ? [{ name: 'baseline', energy: baseline.energy }] : []),
      ...(reserved ? [{ name: 'reserved', energy: reserved.energy }] : []),
    ].map(({ name, energy }) => ({ name, energy: shared(phase, energy) }));
    const parts = draws.length > 1 ? draws.map(({ name, energy }) => ({ name, energy: step(`${name} energy`, 'kWh', energy) })) : draws;
    if (parts.length === 0) return { state: 'not-counted', reason: whyNot(phase) };
    const isMeasured = reserved === undefined || reserved.power.basis === 'measured';
    const line = electricityLine(phase, {
      component: 'idle',
      energy: sum(...parts.map((part) => part.energy)),
      boundary: 'node',
      // A line is no better than the weaker of its parts.
      evidence:
        baseline === undefined
          ? isMeasured
            ? 'measured'
            : 'modelled'
          : baseline.evidence === 'measured' && !isMeasured
            ? 'modelled'
            : baseline.evidence,
      ...(parts.length > 1 && { parts }),
      onSite: true,
    });
    return line === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft: line };
  },
} as const satisfies Component;

/** The work's energy holds what its nodes draw while they are on. */
function isWholeNode({ work }: ResolvedPhase): boolean {
  return work?.boundary === 'node' || work?.boundary === 'facility';
}

function whyNot(phase: ResolvedPhase): string {
  const { work, held } = phase;
  if (held !== undefined) return reasons.heldIdle(atMost(evaluate(excess(held.hours, held.busy)), 4), isWholeNode(phase));
  return work === undefined ? reasons.noRecord : reasons.noReservedIdle;
}
