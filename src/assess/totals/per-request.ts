import type { PerRequest, PerRequestOfPhase, PerToken, PhaseTotal, Total } from '../../assessment/assessment.js';
import { componentIds } from '../../assessment/ids.js';
import { shareOf } from '../../components/electricity.js';
import { constant, evaluate, input, product } from '../../formulas/expression.js';
import type { ResolvedPhase } from '../../resolve/resolved.js';
import type { Sampler } from '../../uncertainty/sampler.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { type Field, sumName, type WorkedLine } from '../lines.js';

/** The deployments, with their lines and what was sampled of them. */
export interface DeploymentsContext {
  readonly deployments: readonly ResolvedPhase[];
  readonly lines: readonly WorkedLine[];
  readonly sampler: Pick<Sampler, 'sample' | 'ratio' | 'close'>;
}

/** All deployments divided by their requests; nothing where one does not state them. */
export function perRequestOf(total: Total, context: DeploymentsContext): PerRequest | undefined {
  const { deployments, lines } = context;
  const counts = deployments.map(requestsOf);
  if (counts.some((count) => count === undefined)) return undefined;
  const requests = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const per = dividedBy(requests, ({ facts }) => facts.requests?.value, context);
  return {
    emissions: per(total.emissions, 'emissions'),
    emissionsMarket: total.emissionsMarket && per(total.emissionsMarket, 'market'),
    energy: total.energy && per(total.energy, 'energy'),
    water: total.water && per(total.water, 'water'),
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
export function perTokenOf(total: Total, context: DeploymentsContext): PerToken | undefined {
  const { deployments } = context;
  const counts = deployments.map(({ facts }) => facts.tokens);
  const tokens = deployments.reduce((sum, phase) => sum + (phase.facts.tokens?.input.value ?? Number.NaN) * shareOf(phase), 0);
  if (Number.isNaN(tokens) || counts.length === 0) return undefined;
  const kinds = [...new Set(counts.map((count) => count?.key))];
  const [which] = kinds;
  const per = dividedBy(tokens, ({ facts }) => facts.tokens?.input.value, context);
  return {
    emissions: per(total.emissions, 'emissions'),
    energy: total.energy && per(total.energy, 'energy'),
    tokens,
    which: kinds.length === 1 ? which : undefined,
  };
}

/** Requests of the model: a share of those of the phase, where several models have it in common. */
function requestsOf(phase: ResolvedPhase): number | undefined {
  const { requests } = phase.facts;
  return requests && evaluate(input(requests)) * shareOf(phase);
}

/**
 * Divides figures of all deployments by a count of all. The share of a phase is in both, so that how sure it is is in no figure of one request.
 */
function dividedBy(
  count: number,
  countOf: (phase: ResolvedPhase) => number | undefined,
  { deployments, lines, sampler }: DeploymentsContext,
): <U extends string>(q: Quantity<U>, field: Field) => Quantity<U> {
  if (deployments.every(({ share }) => share === undefined)) return (q) => divided(q, count);
  return (q, field) => {
    const name = `count of ${field}`;
    for (const phase of deployments) {
      const own = constant(countOf(phase) ?? 0);
      const counted = phase.share === undefined ? own : product(own, input(phase.share.input));
      sampler.sample(counted, evaluate(counted), { name });
    }
    const value = q.value / count;
    const bounds = sampler.ratio([...new Set(lines.map(({ line }) => sumName(line, field)))], [name], value);
    sampler.close(name);
    return quantity(value, q.unit, q.low === undefined ? undefined : bounds);
  };
}

function divided<U extends string>(q: Quantity<U>, parts: number): Quantity<U> {
  return quantity(
    q.value / parts,
    q.unit,
    q.low === undefined || q.high === undefined ? undefined : { low: q.low / parts, high: q.high / parts },
  );
}
