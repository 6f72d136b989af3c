import { reasons } from '../diagnostics/messages.js';
import { reservedIdle } from '../formulas/energy.js';
import { input, step, sum } from '../formulas/expression.js';
import type { Component } from './component.js';
import { electricityLine, shared } from './electricity.js';

/** Electricity of machines that are on but not working: the baseline of nodes, and machines that are held. */
export const idle = {
  id: 'idle',
  includedIn: ({ work, baseline, reserved }) =>
    baseline === undefined && reserved === undefined && (work?.boundary === 'node' || work?.boundary === 'facility')
      ? { in: 'dynamic', reason: reasons.inNode }
      : undefined,
  assess: (phase) => {
    const { baseline, reserved, work } = phase;
    const draws = [
      ...(baseline ? [{ name: 'baseline', energy: baseline.energy }] : []),
      ...(reserved ? [{ name: 'reserved', energy: reservedIdle(input(reserved.power), input(reserved.hours), reserved.busy) }] : []),
    ].map(({ name, energy }) => ({ name, energy: shared(phase, energy) }));
    const parts = draws.length > 1 ? draws.map(({ name, energy }) => ({ name, energy: step(`${name} energy`, 'kWh', energy) })) : draws;
    if (parts.length === 0) return { state: 'not-counted', reason: work === undefined ? reasons.noRecord : reasons.noReservedIdle };
    const line = electricityLine(phase, {
      component: 'idle',
      energy: sum(...parts.map((part) => part.energy)),
      boundary: 'node',
      rung: baseline?.rung ?? 'modelled',
      ...(parts.length > 1 && { parts }),
      onSite: true,
    });
    return line === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft: line };
  },
} as const satisfies Component;
