import { step } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { Component } from './component.js';
import { shared } from './electricity.js';
import { lineNotes } from './line-notes.js';

/** Making the hardware: the share of its emissions that the run accounts for. */
export const embodied = {
  id: 'embodied',
  assess: (phase) => {
    if (phase.embodied === undefined) return { state: 'not-counted', reason: phase.embodiedMissing ?? reasons.noRecord };
    const { convention, parts, evidence, alternative } = phase.embodied;
    const emissions = step('emissions', 'kgCO2e', shared(phase, phase.embodied.emissions));
    return {
      state: 'counted',
      draft: {
        component: 'embodied',
        emissions,
        market: emissions,
        calendar: alternative?.convention === 'calendar' ? shared(phase, alternative.emissions) : emissions,
        boundary: 'cradle-to-gate',
        evidence,
        parts: parts.length > 1 ? parts.map((part) => ({ name: part.name, emissions: shared(phase, part.emissions) })) : undefined,
        notes: convention === undefined ? [] : [lineNotes.convention[convention]],
      },
    };
  },
} as const satisfies Component;
