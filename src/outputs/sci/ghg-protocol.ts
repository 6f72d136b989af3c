import type { Assessment, Total } from '../../assessment/assessment.js';
import { publishedPhases } from '../../assessment/published.js';
import { listed } from '../../units/listed.js';
import { type Quantity, quantity } from '../../units/quantity.js';

/** The electricity of one side, by both accounting rules of the GHG Protocol's guidance. */
export interface ElectricityResult {
  /** By the average of the grid where it ran. */
  readonly locationBased: Quantity<'kgCO2e'>;
  /** By contracts, providers' claims or the residual mix; absent where the manifest states none. */
  readonly marketBased?: Quantity<'kgCO2e'> | undefined;
}

/** Results with the labels of the GHG Protocol Scope 2 Guidance (2015): two for electricity, making the hardware and offsets apart. */
export interface GhgProtocol {
  readonly guidance: 'GHG Protocol Scope 2 Guidance (2015)';
  readonly development?: ElectricityResult | undefined;
  readonly deployment?: ElectricityResult | undefined;
  /** Upstream emissions of making the hardware, which are no part of Scope 2. */
  readonly embodied?: Quantity<'kgCO2e'> | undefined;
  /** Bought or retired; subtracted from no figure. */
  readonly offsets?: { readonly emissions: Quantity<'kgCO2e'>; readonly source: string } | undefined;
  readonly notes: readonly string[];
}

export function ghgProtocol(assessment: Assessment): GhgProtocol {
  const { totals, offsets } = assessment;
  const { development, deployment } = totals;
  const made = assessment.lines.filter(({ component }) => component === 'embodied');
  const [only, ...others] = [development, deployment].flatMap(
    (total) => total?.components.find(({ component }) => component === 'embodied')?.emissions ?? [],
  );
  const embodied =
    others.length === 0
      ? only
      : quantity(
          made.reduce((sum, { emissions }) => sum + emissions.value, 0),
          'kgCO2e' as const,
        );
  return {
    guidance: 'GHG Protocol Scope 2 Guidance (2015)',
    development: development && resultOf(development),
    deployment: deployment && resultOf(deployment),
    embodied,
    offsets: offsets && { emissions: offsets.emissions, source: offsets.source },
    notes: notesOf(assessment),
  };
}

function resultOf(total: Total): ElectricityResult {
  const electric = total.components.filter(({ component }) => component !== 'embodied');
  const embodied = total.components.find(({ component }) => component === 'embodied')?.emissions.value ?? 0;
  const [only, ...others] = electric;
  const locationBased =
    embodied === 0
      ? total.emissions
      : only !== undefined && others.length === 0
        ? only.emissions
        : quantity(
            electric.reduce((sum, { emissions }) => sum + emissions.value, 0),
            'kgCO2e' as const,
          );
  const { emissionsMarket } = total;
  // Embodied emissions are the same in both.
  const marketBased =
    emissionsMarket === undefined || embodied === 0 ? emissionsMarket : quantity(emissionsMarket.value - embodied, 'kgCO2e' as const);
  return { locationBased, marketBased };
}

function notesOf(assessment: Assessment): readonly string[] {
  const bases = new Set(assessment.phases.flatMap(({ grid }) => (grid === undefined ? [] : [grid.lifeCycle ?? 'not stated'])));
  const published = publishedPhases(assessment, assessment.phases);
  return [
    ...(bases.size === 0
      ? []
      : [`Basis of the location-based factors: ${[...bases].join(', ')}. Scope 2 itself counts direct emissions of generation alone.`]),
    ...(assessment.method.electricity === 'both'
      ? ['Market-based: electricity without an instrument has the location-based factor.']
      : ['No contract, no claim of a provider and no residual mix is stated, so there is no market-based result.']),
    ...(published.length === 0
      ? []
      : [`${listed(published.map(({ title }) => title))}: emissions as published, by the accounting of their source.`]),
    'Offsets are reported apart, and subtracted from no figure.',
  ];
}
