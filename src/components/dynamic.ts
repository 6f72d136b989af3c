import { itEnergy } from '../formulas/energy.js';
import { input } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase, Work } from '../resolve/resolved.js';
import { formatted } from '../units/format.js';
import type { Component } from './component.js';
import { type Electricity, electricityLine, shared } from './electricity.js';
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
      parts: partsOf(phase, work),
      notes: notesOn(phase),
      hasOnSiteWater: true,
    });
    return draft === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft };
  },
} as const satisfies Component;

/** What was metered, and what was calculated for the hours without a meter. */
function partsOf(phase: ResolvedPhase, { unmetered }: Work): Electricity['parts'] {
  return (
    unmetered && [
      { name: 'metered', energy: shared(phase, unmetered.metered), evidence: unmetered.evidence },
      { name: 'without a meter', energy: shared(phase, unmetered.energy), evidence: 'modelled' },
    ]
  );
}

function notesOn({ work, pue, share, wue }: ResolvedPhase): readonly string[] {
  const isWhole = work?.boundary === 'facility' && pue === undefined;
  return [
    ...(work?.unmetered === undefined ? [] : [lineNotes.unmetered]),
    ...(isWhole ? [lineNotes.overheadInside] : []),
    ...(isWhole && wue !== undefined ? [lineNotes.waterOnFacility] : []),
    ...(share === undefined ? [] : [lineNotes.shared(formatted({ value: share.input.value * 100, unit: '%' }).text, share.key)]),
  ];
}
