import { reservedIdle } from '../formulas/energy.js';
import { type Expression, evaluate, excess, input, step, sum } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { atMost } from '../units/format.js';
import type { Component, LineDraft } from './component.js';
import { electricityLine, shared } from './electricity.js';

/** Electricity of machines that are on but not working: the baseline of nodes, and machines that are reserved. */
export const idle = {
  id: 'idle',
  includedIn: (phase) =>
    phase.baseline === undefined && phase.reserved === undefined && isWholeNode(phase)
      ? { in: 'dynamic', reason: phase.work?.isDefaultPower === true ? reasons.inNodeOfTables : reasons.inNode }
      : undefined,
  assess: (phase) => {
    const parts = partsOf(phase);
    if (parts.length === 0) return { state: 'not-counted', reason: whyNot(phase) };
    const draft = electricityLine(phase, {
      component: 'idle',
      energy: sum(...parts.map((part) => part.energy)),
      boundary: 'node',
      evidence: evidenceOf(phase),
      parts: parts.length > 1 ? parts : undefined,
      hasOnSiteWater: true,
    });
    return draft === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft };
  },
} as const satisfies Component;

/** The baseline of the nodes, and the reserved machines; each is a step of its own where both are counted. */
function partsOf(phase: ResolvedPhase): readonly { readonly name: string; readonly energy: Expression }[] {
  const { baseline, reserved } = phase;
  const found = [
    ...(baseline ? [{ name: 'baseline', energy: shared(phase, baseline.energy) }] : []),
    ...(reserved?.power
      ? [{ name: 'reserved', energy: shared(phase, reservedIdle(input(reserved.power), reserved.hours, reserved.busy)) }]
      : []),
  ];
  return found.length > 1 ? found.map(({ name, energy }) => ({ name, energy: step(`${name} energy`, 'kWh', energy) })) : found;
}

/** A line is no better than the weaker of its parts. */
function evidenceOf({ baseline, reserved }: ResolvedPhase): LineDraft['evidence'] {
  const isReservedMeasured = reserved?.power === undefined || reserved.power.basis === 'measured';
  const evidence = baseline?.evidence ?? 'measured';
  return evidence === 'measured' && !isReservedMeasured ? 'modelled' : evidence;
}

/** The energy of the work includes the power of its nodes while they are on. */
function isWholeNode({ work }: ResolvedPhase): boolean {
  return work?.boundary === 'node' || work?.boundary === 'facility';
}

function whyNot(phase: ResolvedPhase): string {
  const { work, reserved } = phase;
  if (reserved !== undefined) return reasons.reservedIdle(atMost(evaluate(excess(reserved.hours, reserved.busy)), 4), isWholeNode(phase));
  return work === undefined ? reasons.noRecord : reasons.noReservedIdle;
}
