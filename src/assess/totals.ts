import type { Assessment, ComponentTotal, DeploymentTotal, PerRequest, PerToken, Total } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import { type Expression, evaluate, input } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { Sampler } from '../uncertainty/sampler.js';
import { type Quantity, quantity } from '../units/quantity.js';
import { expressionOf, type Field, fieldUnits, impactsBy, sumName, type WorkedLine } from './lines.js';

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
    components: componentsOf(lines, emissions.value, sampler),
  };
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
export function totalsOf(lines: readonly WorkedLine[], phases: readonly ResolvedPhase[], sampler: Sampler): Assessment['totals'] {
  const development = totalOf(
    lines.filter(({ line }) => line.phase !== 'deployment'),
    sampler,
  );
  const deployment = deploymentOf(
    lines.filter(({ line }) => line.phase === 'deployment'),
    phases,
    sampler,
  );
  const both = development && deployment?.period ? totalOf(lines, sampler) : undefined;
  return {
    development,
    deployment,
    lifecycle: both && deployment?.period && { ...both, period: deployment.period },
  };
}

function deploymentOf(lines: readonly WorkedLine[], phases: readonly ResolvedPhase[], sampler: Sampler): DeploymentTotal | undefined {
  const total = totalOf(lines, sampler);
  if (total === undefined) return undefined;
  const deployments = phases.filter(({ phase }) => phase === 'deployment');
  const period = periodOf(deployments);
  const perRequest = perRequestOf(total, deployments, lines);
  const perToken = perTokenOf(total, deployments);
  return { ...total, period, perRequest, perToken };
}

/** Several endpoints add up only over one and the same period. */
function periodOf(deployments: readonly ResolvedPhase[]): Quantity<'h'> | undefined {
  const periods = deployments.map(({ facts }) => facts.duration?.value);
  const [first] = periods;
  return first !== undefined && periods.every((period) => period === first) ? quantity(first, 'h') : undefined;
}

function perRequestOf(total: Total, deployments: readonly ResolvedPhase[], lines: readonly WorkedLine[]): PerRequest | undefined {
  const counts = deployments.map(({ facts }) => facts.requests);
  if (counts.some((count) => count === undefined)) return undefined;
  const requests = counts.reduce((sum, count) => sum + (count === undefined ? 0 : evaluate(input(count))), 0);
  const per = <U extends string>(q: Quantity<U>): Quantity<U> => shareOf(q, requests);
  return {
    emissions: per(total.emissions),
    emissionsMarket: total.emissionsMarket && per(total.emissionsMarket),
    energy: total.energy && per(total.energy),
    water: total.water && per(total.water),
    requests,
    components: componentIds.filter((id) => lines.some(({ line }) => line.component === id)),
  };
}

function perTokenOf(total: Total, deployments: readonly ResolvedPhase[]): PerToken | undefined {
  const counts = deployments.map(({ facts }) => facts.tokens);
  const tokens = counts.reduce((sum, count) => sum + (count?.input.value ?? Number.NaN), 0);
  if (Number.isNaN(tokens) || counts.length === 0) return undefined;
  const kinds = [...new Set(counts.map((count) => count?.key))];
  const [which] = kinds;
  return {
    emissions: shareOf(total.emissions, tokens),
    energy: total.energy && shareOf(total.energy, tokens),
    tokens,
    which: kinds.length === 1 ? which : undefined,
  };
}

function shareOf<U extends string>(q: Quantity<U>, parts: number): Quantity<U> {
  return quantity(
    q.value / parts,
    q.unit,
    q.low === undefined || q.high === undefined ? undefined : { low: q.low / parts, high: q.high / parts },
  );
}
