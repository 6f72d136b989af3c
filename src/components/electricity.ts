import { impactCategories, impactUnits } from '../assessment/ids.js';
import { type Expression, input, product, step } from '../formulas/expression.js';
import { operationalEmissions } from '../formulas/operational.js';
import { waterOf } from '../formulas/water.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { LineDraft } from './component.js';
import { lineNotes } from './line-notes.js';

/** This model's share of a phase that several models have in common. */
export function shared(phase: ResolvedPhase, whole: Expression): Expression {
  return phase.share === undefined ? whole : product(whole, input(phase.share.input));
}

export interface Drawn {
  readonly component: LineDraft['component'];
  readonly energy: Expression;
  readonly boundary: LineDraft['boundary'];
  readonly evidence: LineDraft['evidence'];
  readonly parts?: readonly { readonly name: string; readonly energy: Expression }[] | undefined;
  readonly notes?: readonly string[] | undefined;
  /** Machines use water on site and off; what PUE covers is off-site only, so that lines sum. */
  readonly onSite: boolean;
}

/** A line of electricity: its energy, what the grid emitted for it, the water that it took. */
export function electricityLine(phase: ResolvedPhase, drawn: Drawn): LineDraft | undefined {
  const { grid } = phase;
  if (grid === undefined) return undefined;
  const { component, boundary, evidence, parts } = drawn;
  const energy = step(`${component} energy`, 'kWh', drawn.energy);
  const water = waterTerms(phase, drawn.onSite);
  const emissions = step('emissions', 'kgCO2e', operationalEmissions(energy, input(grid.intensity)));
  const { market } = grid;
  const impacts = impactCategories.flatMap((category) => {
    const perKwh = grid.impacts[category];
    return perKwh === undefined ? [] : [[category, step(category, impactUnits[category], product(input(perKwh), energy))] as const];
  });
  const notes = [...(drawn.notes ?? []), ...water.notes, ...(grid.lifeCycle === 'direct' ? [lineNotes.directGrid] : [])];
  return {
    component,
    energy,
    emissions,
    market:
      market === undefined ? emissions : step('market-based emissions', 'kgCO2e', operationalEmissions(energy, input(market.intensity))),
    instrument: market?.kind ?? 'none',
    ...(water.perKwh.length > 0 && { water: step('water', 'L', waterOf(energy, ...water.perKwh)) }),
    ...(impacts.length > 0 && { impacts: Object.fromEntries(impacts) }),
    boundary,
    evidence,
    ...(parts && {
      parts: parts.map(({ name, energy: part }) => ({
        name,
        energy: part,
        emissions: operationalEmissions(part, input(grid.intensity)),
      })),
    }),
    notes,
  };
}

function waterTerms(
  { wue, grid }: ResolvedPhase,
  onSite: boolean,
): { readonly perKwh: readonly Expression[]; readonly notes: readonly string[] } {
  const site = onSite ? wue : undefined;
  const off = grid?.water;
  const perKwh = [...(site ? [input(site)] : []), ...(off ? [input(off)] : [])];
  if (perKwh.length === 0) return { perKwh, notes: [] };
  const missing = [
    ...(onSite && wue === undefined ? [lineNotes.onSiteWaterMissing] : []),
    ...(off === undefined ? [lineNotes.offSiteWaterMissing] : []),
  ];
  return { perKwh, notes: missing };
}
