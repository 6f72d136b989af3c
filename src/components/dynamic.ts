import { itEnergy } from '../formulas/energy.js';
import { input } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { formatted } from '../units/format.js';
import type { Component } from './component.js';
import { electricityLine, shared } from './electricity.js';
import { lineNotes } from './line-notes.js';
import { publishedLine } from './published.js';

/** Electricity of the work itself, at the boundary where it was metered. */
export const dynamic = {
  id: 'dynamic',
  assess: (phase) => {
    const { work, pue, published } = phase;
    if (work === undefined && published !== undefined) return { state: 'counted', draft: publishedLine(phase, published) };
    if (work === undefined) return { state: 'not-counted', reason: reasons.noRecord };
    const isSplit = work.boundary === 'facility' && pue !== undefined;
    const draft = electricityLine(phase, {
      component: 'dynamic',
      energy: shared(phase, isSplit ? itEnergy(work.energy, input(pue)) : work.energy),
      boundary: work.boundary,
      evidence: work.evidence,
      notes: notesOn(phase),
      hasOnSiteWater: true,
    });
    return draft === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft };
  },
} as const satisfies Component;

function notesOn({ work, pue, share, wue }: ResolvedPhase): readonly string[] {
  const isWhole = work?.boundary === 'facility' && pue === undefined;
  return [
    ...(isWhole ? [lineNotes.overheadInside] : []),
    ...(isWhole && wue !== undefined ? [lineNotes.waterOnFacility] : []),
    ...(share === undefined ? [] : [lineNotes.shared(formatted({ value: share.input.value * 100, unit: '%' }).text, share.key)]),
  ];
}
