import type { ComponentId } from '../assessment/assessment.js';
import { hyperscalePue, worldPue } from '../factors/facility.js';
import type { Factor } from '../factors/factor.js';
import { facilityOverhead, itEnergy } from '../formulas/energy.js';
import { difference, type Expression, evaluate, input, sum } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { formatted, plain } from '../units/format.js';
import type { Component, Outcome } from './component.js';
import { electricityLine, shared } from './electricity.js';

/** What the facility adds: cooling, conversion and distribution of power, lighting. */
export const overhead = {
  id: 'overhead',
  includedIn: ({ work, pue, overhead: measured }) =>
    work?.boundary === 'facility' && pue === undefined && measured === undefined
      ? { in: 'dynamic', reason: reasons.inFacility }
      : undefined,
  assess: (phase, before) => {
    const energy = overheadEnergy(phase, before);
    if (typeof energy === 'string') return { state: 'not-counted', reason: energy };
    const draft = electricityLine(phase, {
      component: 'overhead',
      energy,
      boundary: 'facility',
      evidence: phase.overhead?.evidence ?? 'modelled',
      hasOnSiteWater: false,
    });
    return draft === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft };
  },
} as const satisfies Component;

function overheadEnergy(phase: ResolvedPhase, before: Partial<Record<ComponentId, Outcome>>): Expression | string {
  const { work, pue, publishedPue, overhead: measured } = phase;
  if (measured !== undefined) return shared(phase, measured.energy);
  const idle = energyOf(before.idle);
  if (pue === undefined)
    return sizeWithoutPue(
      [energyOf(before.dynamic), idle].filter((energy) => energy !== undefined),
      publishedPue,
    );
  if (work?.boundary === 'facility') {
    const own = shared(phase, difference(work.energy, itEnergy(work.energy, input(pue))));
    // Machines held idle are outside the meter, and are cooled too.
    return idle === undefined ? own : sum(own, facilityOverhead(input(pue), idle));
  }
  const dynamic = energyOf(before.dynamic) ?? (work && shared(phase, work.energy));
  const it = [dynamic, idle].filter((energy) => energy !== undefined);
  return it.length === 0 ? reasons.noElectricity : facilityOverhead(input(pue), sum(...it));
}

/** The size of what is left out without a PUE: at the PUE published for the place, else between that of hyperscale data centres and the world's average. */
function sizeWithoutPue(it: readonly Expression[], published: Factor<'1'> | undefined): string {
  const energy = it.length === 0 ? 0 : evaluate(sum(...it));
  if (energy === 0) return reasons.noPue;
  const size = (pue: number): string => plain(formatted({ value: (pue - 1) * energy, unit: 'kWh' }).text);
  if (published !== undefined) return reasons.noPueApplied(published.title, String(published.value), size(published.value));
  const pues = [hyperscalePue.value, worldPue.value];
  return reasons.noPueSized(pues.join(' to '), pues.map(size).join(' to '));
}

function energyOf(outcome: Outcome | undefined): Expression | undefined {
  return outcome?.state === 'counted' ? outcome.draft.energy : undefined;
}
