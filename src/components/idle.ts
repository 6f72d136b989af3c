import { reservedIdle } from '../formulas/energy.js';
import { type Expression, evaluate, excess, input, step, sum } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { atMost } from '../units/format.js';
import type { Component, Gap, LineDraft } from './component.js';
import { electricityLine, shared } from './electricity.js';
import { weaker } from './evidence.js';
import { besidePublished, includedInPublished } from './published.js';

/** Electricity of machines that are on but not working: the baseline of nodes, and machines that are reserved. */
export const idle = {
  id: 'idle',
  includedIn: (phase) =>
    phase.baseline === undefined && phase.reserved === undefined && isWholeNode(phase)
      ? { in: 'dynamic', reason: reasons.baselineIn[phase.work?.ratedBy ?? 'meter'] }
      : includedInPublished(phase, 'node'),
  assess: (phase) => {
    const parts = partsOf(phase);
    if (parts.length === 0) return { state: 'not-counted', ...whyNot(phase) };
    const draft = electricityLine(phase, {
      component: 'idle',
      energy: sum(...parts.map((part) => part.energy)),
      boundary: 'node',
      evidence: parts.map(({ evidence }) => evidence).reduce(weaker),
      parts: parts.length > 1 ? parts : undefined,
      hasOnSiteWater: true,
    });
    return draft === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft };
  },
} as const satisfies Component;

interface IdlePart {
  readonly name: string;
  readonly energy: Expression;
  readonly evidence: LineDraft['evidence'];
}

/** The baseline of the nodes, and the reserved machines; each is a step of its own where both are counted. */
function partsOf(phase: ResolvedPhase): readonly IdlePart[] {
  const { baseline, reserved } = phase;
  const found: IdlePart[] = [];
  if (baseline !== undefined) found.push({ name: 'baseline', ...baseline, energy: shared(phase, baseline.energy) });
  if (reserved?.record !== undefined) found.push({ name: 'reserved', ...reserved.record, energy: shared(phase, reserved.record.energy) });
  if (reserved?.power !== undefined && reserved.hours !== undefined) {
    const { held, busy } = reserved.hours;
    const evidence = reserved.power.basis === 'measured' ? 'measured' : 'declared';
    found.push({ name: 'reserved', energy: shared(phase, reservedIdle(input(reserved.power), held, busy)), evidence });
  }
  return found.length > 1 ? found.map((part) => ({ ...part, energy: step(`${part.name} energy`, 'kWh', part.energy) })) : found;
}

/** The energy of the work includes the power of its nodes while they are on. */
function isWholeNode({ work }: ResolvedPhase): boolean {
  return work?.boundary === 'node' || work?.boundary === 'facility';
}

function whyNot(phase: ResolvedPhase): Gap {
  const { work, reserved, pue } = phase;
  if (reserved?.hours !== undefined) {
    const hours = evaluate(excess(reserved.hours.held, reserved.hours.busy));
    const { likelyPower } = reserved;
    const whole = likelyPower === undefined ? undefined : ((hours * likelyPower) / 1000) * (pue?.value ?? 1);
    return {
      reason: reasons.reservedIdle(atMost(hours, 4), isWholeNode(phase), whole !== undefined),
      size: whole && whole * (phase.share?.input.value ?? 1),
    };
  }
  return { reason: besidePublished(phase) ?? (work === undefined ? reasons.noRecord : noReservedReason(phase)) };
}

/** By calendar, making the hardware is counted for the hours that machines were held, of which only the busy ones are known. */
function noReservedReason({ embodied }: ResolvedPhase): string {
  return embodied?.convention === 'calendar' ? reasons.noReservedIdleByCalendar : reasons.noReservedIdle;
}
