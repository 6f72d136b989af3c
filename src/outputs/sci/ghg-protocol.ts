import type { Assessment, Line, Total } from '../../assessment/assessment.js';
import { isPublished, publishedPhases } from '../../assessment/published.js';
import { listed } from '../../units/listed.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { electricityOf } from './electricity.js';

/** The electricity of one side, by both accounting rules of the GHG Protocol's guidance. */
export interface ElectricityResult {
  /** By the average of the grid where it ran; absent where nothing was calculated from a grid. */
  readonly locationBased?: Quantity<'kgCO2e'> | undefined;
  /** By contracts, providers' claims or the residual mix; absent where the manifest states none. */
  readonly marketBased?: Quantity<'kgCO2e'> | undefined;
  /** Emissions as published, by the accounting of their source, which nobody stated; in neither of the others. */
  readonly asPublished?: Quantity<'kgCO2e'> | undefined;
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
  const embodied = others.length === 0 ? only : sumOf(made.map(({ emissions }) => emissions));
  return {
    guidance: 'GHG Protocol Scope 2 Guidance (2015)',
    development: development && resultOf(assessment, ({ phase }) => phase !== 'deployment', development),
    deployment: deployment && resultOf(assessment, ({ phase }) => phase === 'deployment', deployment),
    embodied,
    offsets: offsets && { emissions: offsets.emissions, source: offsets.source },
    notes: notesOf(assessment),
  };
}

function resultOf(assessment: Assessment, isInside: (line: Line) => boolean, total: Total): ElectricityResult {
  const lines = assessment.lines.filter((line) => isInside(line) && line.component !== 'embodied');
  const published = lines.filter(isPublished);
  const calculated = lines.filter((line) => !isPublished(line));
  const embodied = total.components.find(({ component }) => component === 'embodied')?.emissions;
  const sumFor = (own: readonly Line[]): Quantity<'kgCO2e'> | undefined => {
    if (own.length === 0) return undefined;
    if (own.length === lines.length) return electricityOf(total);
    const [line] = own;
    return line !== undefined && own.length === 1 ? line.emissions : sumOf(own.map(({ emissions }) => emissions));
  };
  const { emissionsMarket } = total;
  // Embodied emissions are the same in both; emissions as published have no instrument.
  const apart = [embodied, ...published.map((line) => line.emissionsMarket ?? line.emissions)].filter((one) => one !== undefined);
  const marketBased =
    emissionsMarket === undefined || apart.length === 0
      ? emissionsMarket
      : quantity(emissionsMarket.value - sumOf(apart).value, 'kgCO2e' as const);
  return {
    locationBased: sumFor(calculated),
    marketBased: calculated.length === 0 ? undefined : marketBased,
    asPublished: sumFor(published),
  };
}

function sumOf(all: readonly Quantity<'kgCO2e'>[]): Quantity<'kgCO2e'> {
  return quantity(
    all.reduce((sum, { value }) => sum + value, 0),
    'kgCO2e' as const,
  );
}

function notesOf(assessment: Assessment): readonly string[] {
  const bases = new Set(assessment.phases.flatMap(({ grid }) => (grid === undefined ? [] : [grid.lifeCycle ?? 'not stated'])));
  const published = publishedPhases(assessment, assessment.phases);
  const withoutInstrument = assessment.phases.filter(
    (facts) => facts.grid !== undefined && facts.grid.market === undefined && !published.includes(facts),
  );
  return [
    ...(bases.size === 0
      ? []
      : [`Basis of the location-based factors: ${[...bases].join(', ')}. Scope 2 itself counts direct emissions of generation alone.`]),
    ...(assessment.method.electricity === 'both'
      ? withoutInstrument.length === 0
        ? []
        : [
            `Market-based: the electricity of ${listed(withoutInstrument.map(({ title }) => title))} has no instrument, and the location-based factor.`,
          ]
      : ['No contract, no claim of a provider and no residual mix is stated, so there is no market-based result.']),
    ...(published.length === 0
      ? []
      : [`${listed(published.map(({ title }) => title))}: emissions as published, by the accounting of their source.`]),
    'Offsets are reported apart, and subtracted from no figure.',
  ];
}
