import type { ComponentId } from '../assessment/assessment.js';
import { facilityOverhead, itEnergy } from '../formulas/energy.js';
import { difference, type Expression, input, sum } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { Component, LineDraft, Outcome } from './component.js';
import { electricityLine, shared } from './electricity.js';
import { weaker } from './evidence.js';
import { besidePublished, includedInPublished } from './published.js';

type Outcomes = Partial<Record<ComponentId, Outcome>>;

/** What the facility adds: cooling, conversion and distribution of power, lighting. */
export const overhead = {
  id: 'overhead',
  includedIn: (phase) => {
    const { work, pue, overhead: measured } = phase;
    if (work?.boundary === 'facility' && pue === undefined && measured === undefined) return { in: 'dynamic', reason: reasons.inFacility };
    return includedInPublished(phase, 'facility');
  },
  assess: (phase, before) => {
    if (phase.noFacility !== undefined) return { state: 'not-applicable', reason: phase.noFacility };
    const energy = overheadEnergy(phase, before);
    if (typeof energy === 'string') return { state: 'not-counted', reason: energy };
    const draft = electricityLine(phase, {
      component: 'overhead',
      energy,
      boundary: 'facility',
      evidence: phase.overhead?.evidence ?? evidenceOf(phase, before),
      hasOnSiteWater: false,
    });
    return draft === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft };
  },
} as const satisfies Component;

/** (PUE − 1) × the energy that is counted: what the system boundary leaves out is not cooled here either. */
function overheadEnergy(phase: ResolvedPhase, before: Outcomes): Expression | string {
  const { work, pue, overhead: measured } = phase;
  if (measured !== undefined) return shared(phase, measured.energy);
  if (pue === undefined) return besidePublished(phase) ?? reasons.noPue;
  if (work?.boundary === 'facility' && before.dynamic?.state === 'counted') {
    const own = shared(phase, difference(work.energy, itEnergy(work.energy, input(pue))));
    // Machines held idle are outside the meter, and are cooled too.
    const idle = energyOf(before.idle);
    return idle === undefined ? own : sum(own, facilityOverhead(input(pue), idle));
  }
  const it = [before.dynamic, before.host, before.idle].map(energyOf).filter((energy) => energy !== undefined);
  return it.length === 0 ? (besidePublished(phase) ?? reasons.noElectricity) : facilityOverhead(input(pue), sum(...it));
}

/** No better than the energy that is cooled, or than the PUE; a PUE of the tables is not of this run. */
function evidenceOf({ pue }: ResolvedPhase, before: Outcomes): LineDraft['evidence'] {
  const ofPue = pue?.basis === 'measured' || pue?.basis === 'declared' ? pue.basis : 'modelled';
  return [before.dynamic, before.host, before.idle]
    .flatMap((outcome) => (outcome?.state === 'counted' ? [outcome.draft.evidence] : []))
    .reduce(weaker, ofPue);
}

function energyOf(outcome: Outcome | undefined): Expression | undefined {
  return outcome?.state === 'counted' ? outcome.draft.energy : undefined;
}
