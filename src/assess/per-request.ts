import type { PerRequest, PerRequestOfPhase, PerToken, PhaseTotal, Total } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import { shareOf } from '../components/electricity.js';
import { evaluate, input } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { type Quantity, quantity } from '../units/quantity.js';
import type { WorkedLine } from './lines.js';

/** All deployments divided by their requests; nothing where one does not state them. */
export function perRequestOf(total: Total, deployments: readonly ResolvedPhase[], lines: readonly WorkedLine[]): PerRequest | undefined {
  const counts = deployments.map(requestsOf);
  if (counts.some((count) => count === undefined)) return undefined;
  const requests = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const per = <U extends string>(q: Quantity<U>): Quantity<U> => divided(q, requests);
  return {
    emissions: per(total.emissions),
    emissionsMarket: total.emissionsMarket && per(total.emissionsMarket),
    energy: total.energy && per(total.energy),
    water: total.water && per(total.water),
    requests,
    components: componentIds.filter((id) =>
      deployments.every(({ name }) => lines.some(({ line }) => line.name === name && line.component === id)),
    ),
  };
}

/** Each deployment divided by its own requests, where there are several: their mean is of unlike ones. */
export function perPhaseOf(
  deployments: readonly ResolvedPhase[],
  lines: readonly WorkedLine[],
  totals: readonly PhaseTotal[] = [],
): readonly PerRequestOfPhase[] | undefined {
  if (deployments.length < 2) return undefined;
  const found = deployments.flatMap((phase): readonly PerRequestOfPhase[] => {
    const requests = requestsOf(phase);
    const total = totals.find(({ name }) => name === phase.name);
    if (requests === undefined || total === undefined) return [];
    return [
      {
        name: phase.name,
        requests,
        emissions: divided(total.emissions, requests),
        energy: total.energy && divided(total.energy, requests),
        components: componentIds.filter((id) => lines.some(({ line }) => line.name === phase.name && line.component === id)),
      },
    ];
  });
  return found.length === 0 ? undefined : found;
}

/** All deployments divided by their tokens; nothing where one does not state them. */
export function perTokenOf(total: Total, deployments: readonly ResolvedPhase[]): PerToken | undefined {
  const counts = deployments.map(({ facts }) => facts.tokens);
  const tokens = deployments.reduce((sum, phase) => sum + (phase.facts.tokens?.input.value ?? Number.NaN) * shareOf(phase), 0);
  if (Number.isNaN(tokens) || counts.length === 0) return undefined;
  const kinds = [...new Set(counts.map((count) => count?.key))];
  const [which] = kinds;
  return {
    emissions: divided(total.emissions, tokens),
    energy: total.energy && divided(total.energy, tokens),
    tokens,
    which: kinds.length === 1 ? which : undefined,
  };
}

/** Requests of the model: a share of those of the phase, where several models have it in common. */
function requestsOf(phase: ResolvedPhase): number | undefined {
  const { requests } = phase.facts;
  return requests && evaluate(input(requests)) * shareOf(phase);
}

function divided<U extends string>(q: Quantity<U>, parts: number): Quantity<U> {
  return quantity(
    q.value / parts,
    q.unit,
    q.low === undefined || q.high === undefined ? undefined : { low: q.low / parts, high: q.high / parts },
  );
}
