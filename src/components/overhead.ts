import type { ComponentId } from '../assess/assessment.js';
import { reasons } from '../diagnostics/messages.js';
import { facilityOverhead, itEnergy } from '../formulas/energy.js';
import { difference, type Expression, input, sum } from '../formulas/expression.js';
import type { ResolvedPhase } from '../manifest/resolve/resolved.js';
import type { Component, Outcome } from './component.js';
import { electricityLine, shared } from './electricity.js';

/** What the facility adds: cooling, conversion and distribution of power, lighting. */
export const overhead = {
  id: 'overhead',
  assess: (phase, before) => {
    if (phase.work?.boundary === 'facility' && phase.pue === undefined && phase.overhead === undefined) {
      return { state: 'included', in: 'dynamic', reason: reasons.inFacility };
    }
    const energy = overheadEnergy(phase, before);
    if (typeof energy === 'string') return { state: 'not-counted', reason: energy };
    const line = electricityLine(phase, {
      component: 'overhead',
      energy,
      boundary: 'facility',
      rung: phase.overhead?.rung ?? 'modelled',
      onSite: false,
    });
    return line === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft: line };
  },
} as const satisfies Component;

function overheadEnergy(phase: ResolvedPhase, before: Partial<Record<ComponentId, Outcome>>): Expression | string {
  const { work, pue, overhead: measured } = phase;
  if (measured !== undefined) return shared(phase, measured.energy);
  if (pue === undefined) return reasons.noPue;
  if (work?.boundary === 'facility') return shared(phase, difference(work.energy, itEnergy(work.energy, input(pue))));
  const dynamic = energyOf(before.dynamic) ?? (work && shared(phase, work.energy));
  const it = [dynamic, energyOf(before.idle)].filter((energy) => energy !== undefined);
  return it.length === 0 ? reasons.noElectricity : facilityOverhead(input(pue), sum(...it));
}

function energyOf(outcome: Outcome | undefined): Expression | undefined {
  return outcome?.state === 'counted' ? outcome.draft.energy : undefined;
}
