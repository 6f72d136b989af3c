import { itEnergy } from '../formulas/energy.js';
import { input } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { Grid, ResolvedPhase, Work } from '../resolve/resolved.js';
import { formatted, formattedExactly } from '../units/format.js';
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

/** The sum over hours, with its numbers. */
function hourlyNote({ hours, grams, energy }: NonNullable<Grid['hourly']>, intensity: number): string {
  const text = (value: number, unit: string): string => formattedExactly(Number(value.toPrecision(6)), unit);
  return lineNotes.hourly(hours, text(grams / 1000, 'kgCO2e'), text(energy, 'kWh'), text(intensity, 'gCO2e/kWh'));
}

function notesOn({ work, pue, share, wue, grid }: ResolvedPhase): readonly string[] {
  const isWhole = work?.boundary === 'facility' && pue === undefined;
  return [
    ...(work?.unmetered === undefined ? [] : [lineNotes.unmetered]),
    ...(grid?.hourly === undefined ? [] : [hourlyNote(grid.hourly, grid.intensity.value)]),
    ...(isWhole ? [lineNotes.overheadInside] : []),
    ...(isWhole && wue !== undefined ? [lineNotes.waterOnFacility] : []),
    ...(share === undefined ? [] : [lineNotes.shared(formatted({ value: share.input.value * 100, unit: '%' }).text, share.key)]),
  ];
}
