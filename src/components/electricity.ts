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

/** The part of a phase that is this model's: all of it, but where several models have it in common. */
export function shareOf({ share }: Pick<ResolvedPhase, 'share'>): number {
  return share?.input.value ?? 1;
}

/** Electricity of one component, before the grid. */
export interface Electricity extends Pick<LineDraft, 'component' | 'boundary' | 'evidence'> {
  readonly energy: Expression;
  readonly parts?:
    | readonly { readonly name: string; readonly energy: Expression; readonly evidence?: LineDraft['evidence'] | undefined }[]
    | undefined;
  readonly notes?: readonly string[] | undefined;
  /** Machines use water on site and off site; what the PUE covers is counted off site only, so that lines add up. */
  readonly hasOnSiteWater: boolean;
}

/** A line of electricity: its energy, what the grid emitted for it, the water that it took. */
export function electricityLine(phase: ResolvedPhase, electricity: Electricity): LineDraft | undefined {
  const { grid } = phase;
  if (grid === undefined) return undefined;
  const { component, boundary, evidence, parts, notes = [], hasOnSiteWater } = electricity;
  const energy = step(`${component} energy`, 'kWh', electricity.energy);
  const water = waterTerms(phase, hasOnSiteWater);
  const emissions = step('emissions', 'kgCO2e', operationalEmissions(energy, input(grid.intensity)));
  const { market } = grid;
  const impacts = impactCategories.flatMap((category) => {
    const perKwh = grid.impacts[category];
    return perKwh === undefined ? [] : [[category, step(category, impactUnits[category], product(input(perKwh), energy))] as const];
  });
  return {
    component,
    energy,
    emissions,
    market:
      market === undefined ? emissions : step('market-based emissions', 'kgCO2e', operationalEmissions(energy, input(market.intensity))),
    instrument: market?.kind ?? 'none',
    water: water.perKwh.length === 0 ? undefined : step('water', 'L', waterOf(energy, ...water.perKwh)),
    impacts: impacts.length === 0 ? undefined : Object.fromEntries(impacts),
    boundary,
    evidence,
    parts: parts?.map(({ name, energy: part, evidence: own }) => ({
      name,
      energy: part,
      emissions: operationalEmissions(part, input(grid.intensity)),
      evidence: own,
    })),
    notes: [...notes, ...water.notes, ...(grid.lifeCycle === 'direct' ? [lineNotes.directGrid] : [])],
  };
}

interface WaterTerms {
  /** L/kWh */
  readonly perKwh: readonly Expression[];
  readonly notes: readonly string[];
}

function waterTerms({ wue, grid, noFacility }: ResolvedPhase, hasOnSiteWater: boolean): WaterTerms {
  const onSite = hasOnSiteWater ? wue : undefined;
  const offSite = grid?.water;
  const perKwh = [onSite, offSite].flatMap((term) => (term === undefined ? [] : [input(term)]));
  if (perKwh.length === 0) return { perKwh, notes: [] };
  const notes = [
    ...(hasOnSiteWater && wue === undefined && noFacility === undefined ? [lineNotes.onSiteWaterMissing] : []),
    ...(offSite === undefined ? [lineNotes.offSiteWaterMissing] : []),
  ];
  return { perKwh, notes };
}
