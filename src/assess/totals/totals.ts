import type { Assessment, ComponentTotal, DeploymentTotal, PhaseTotal, Total } from '../../assessment/assessment.js';
import { componentIds } from '../../assessment/ids.js';
import { type Expression, evaluate } from '../../formulas/expression.js';
import type { ResolvedPhase } from '../../resolve/resolved.js';
import type { Sampler } from '../../uncertainty/sampler.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { expressionOf, type Field, fieldUnits, impactsBy, sumName, type WorkedLine } from '../lines.js';
import { perPhaseOf, perRequestOf, perTokenOf } from './per-request.js';
import type { PhaseTotals } from './phase-totals.js';
import { acceleratorsTimesPue, byBasisOf } from './rests-on.js';

/**
 * The sum of one figure over lines; an interval only where the spread of each is known. Shared factors keep their full
 * spread.
 *
 * @param lines All of a component in development or in deployment, or none of them: the sampler sums them as such.
 */
function summed<F extends Field>(lines: readonly WorkedLine[], field: F, sampler: Sampler): Quantity<(typeof fieldUnits)[F]> | undefined {
  const expressions = lines.map(({ draft }) => expressionOf(draft, field)).filter((e): e is Expression => e !== undefined);
  if (expressions.length === 0) return undefined;
  const value = expressions.reduce((sum, e) => sum + evaluate(e), 0);
  const names = new Set(lines.map(({ line }) => sumName(line, field)));
  return quantity(value, fieldUnits[field], sampler.sum([...names], value));
}

export function totalOf(lines: readonly WorkedLine[], sampler: Sampler): Total | undefined {
  const emissions = summed(lines, 'emissions', sampler);
  if (emissions === undefined) return undefined;
  const market = lines.some(({ line }) => line.emissionsMarket !== undefined) ? summed(lines, 'market', sampler) : undefined;
  const energy = summed(lines, 'energy', sampler);
  const water = summed(lines, 'water', sampler);
  return {
    emissions,
    emissionsMarket: market,
    energy,
    water,
    impacts: impactsBy((category) => summed(lines, category, sampler)),
    byCalendar: byCalendarOf(lines, sampler),
    components: componentsOf(lines, emissions.value, sampler),
    byBasis: byBasisOf(lines, emissions.value),
  };
}

/** The sum with all embodied emissions by calendar; nothing where none are by occupancy. */
function byCalendarOf(lines: readonly WorkedLine[], sampler: Sampler): Total['byCalendar'] {
  const made = lines.filter(({ draft }) => draft.calendar !== undefined);
  const embodied = summed(made, 'calendar', sampler);
  if (embodied === undefined || made.every(({ draft }) => draft.calendar === draft.emissions)) return undefined;
  const electric = lines.filter(({ draft }) => draft.calendar === undefined);
  const names = [...electric.map(({ line }) => sumName(line, 'emissions')), ...made.map(({ line }) => sumName(line, 'calendar'))];
  const value = electric.reduce((sum, { line }) => sum + line.emissions.value, embodied.value);
  return { emissions: quantity(value, 'kgCO2e', sampler.sum([...new Set(names)], value)), embodied };
}

function componentsOf(lines: readonly WorkedLine[], whole: number, sampler: Sampler): readonly ComponentTotal[] {
  return componentIds.flatMap((component) => {
    const own = lines.filter(({ line }) => line.component === component);
    const emissions = summed(own, 'emissions', sampler);
    if (emissions === undefined) return [];
    const energy = summed(own, 'energy', sampler);
    return [{ component, emissions, energy, share: whole > 0 ? emissions.value / whole : undefined }];
  });
}

/** All totals of a footprint: development, deployment, and both together where the period is known. */
export function totalsOf(
  lines: readonly WorkedLine[],
  phases: readonly ResolvedPhase[],
  { sampler, phaseTotals }: { readonly sampler: Sampler; readonly phaseTotals: PhaseTotals },
): Assessment['totals'] {
  const made = lines.filter(({ line }) => line.phase !== 'deployment');
  const developed = totalOf(made, sampler);
  const development = developed && {
    ...developed,
    phases: phaseTotals.of('development'),
    acceleratorsTimesPue: acceleratorsTimesPue(
      made,
      phases.filter(({ phase }) => phase !== 'deployment'),
    ),
  };
  const deployment = deploymentOf(
    lines.filter(({ line }) => line.phase === 'deployment'),
    phases,
    { sampler, own: phaseTotals.of('deployment') },
  );
  const both = development && deployment?.period ? totalOf(lines, sampler) : undefined;
  return {
    development,
    deployment,
    lifecycle: both && deployment?.period && { ...both, period: deployment.period },
  };
}

function deploymentOf(
  lines: readonly WorkedLine[],
  phases: readonly ResolvedPhase[],
  { sampler, own }: { readonly sampler: Sampler; readonly own: readonly PhaseTotal[] | undefined },
): DeploymentTotal | undefined {
  const total = totalOf(lines, sampler);
  if (total === undefined) return undefined;
  const deployments = phases.filter(({ phase }) => phase === 'deployment');
  const period = periodOf(deployments);
  const perRequest = perRequestOf(total, { deployments, lines, sampler });
  const perToken = perTokenOf(total, { deployments, lines, sampler });
  return {
    ...total,
    phases: own,
    acceleratorsTimesPue: acceleratorsTimesPue(lines, deployments),
    period,
    perRequest,
    perPhase: perPhaseOf(deployments, lines, own),
    perToken,
  };
}

/** Several endpoints add up only over one and the same period. */
function periodOf(deployments: readonly ResolvedPhase[]): Quantity<'h'> | undefined {
  const periods = deployments.map(({ facts }) => facts.duration?.value);
  const [first] = periods;
  return first !== undefined && periods.every((period) => period === first) ? quantity(first, 'h') : undefined;
}
