import type { Assessment, BreakEven, ComponentId, State, Total } from '../../assessment/assessment.js';
import { everywhere, phasesOf } from '../../assessment/coverage.js';
import type { Sampler } from '../../uncertainty/sampler.js';
import { quantity } from '../../units/quantity.js';
import { sumName } from '../lines.js';

/**
 * Requests after which deployment has emitted as much as development: development ÷ emissions per request.
 *
 * Like for like: a component counts where every phase of both sides has it. BLOOM's deployment counts dynamic emissions
 * alone, so its 15.8 million sets them against those of the training; setting idle and overhead too against requests that
 * hold none would give 25.2.
 */
export function breakEvenOf(
  assessment: Pick<Assessment, 'totals' | 'phases' | 'lines' | 'states'>,
  sampler: Pick<Sampler, 'sum' | 'ratio'>,
): BreakEven | undefined {
  const { development, deployment } = assessment.totals;
  const requests = deployment?.perRequest?.requests;
  if (development === undefined || deployment === undefined || requests === undefined) return undefined;
  const components = comparable(assessment);
  const sum = (total: Total): number =>
    total.components.reduce((all, { component, emissions }) => all + (components.includes(component) ? emissions.value : 0), 0);
  const [made, perRequest] = [sum(development), sum(deployment) / requests];
  if (components.length === 0 || made <= 0 || perRequest <= 0) return undefined;
  const sumsOf = (side: 'development' | 'deployment'): readonly string[] =>
    components.filter((id) => hasLine(assessment, side, id)).map((component) => sumName({ phase: phaseOf[side], component }, 'emissions'));
  const [ofMade, ofUsed] = [sumsOf('development'), sumsOf('deployment')];
  const used = sampler.sum(ofUsed, perRequest * requests);
  const range = sampler.ratio(ofMade, ofUsed, made / (perRequest * requests));
  const days = deployment.period === undefined ? undefined : (made / perRequest / requests) * (deployment.period.value / 24);
  return {
    requests: made / perRequest,
    low: range && range.low * requests,
    high: range && range.high * requests,
    compares: [
      ...(components.includes('embodied') ? (['embodied'] as const) : []),
      ...(components.some((id) => id !== 'embodied') ? (['electricity'] as const) : []),
    ],
    components,
    development: quantity(made, 'kgCO2e', sampler.sum(ofMade, made)),
    perRequest: quantity(perRequest, 'kgCO2e', used && { low: used.low / requests, high: used.high / requests }),
    days,
  };
}

/** A phase of each side, by which its sums are named. */
const phaseOf = { development: 'training', deployment: 'deployment' } as const;

function hasLine({ lines }: Pick<Assessment, 'lines'>, side: 'development' | 'deployment', id: ComponentId): boolean {
  return lines.some(({ phase, component }) => component === id && (phase === 'deployment') === (side === 'deployment'));
}

/** The components that every phase of both sides has, without those that are inside a line which is not compared. */
function comparable(assessment: Pick<Assessment, 'phases' | 'lines' | 'states'>): readonly ComponentId[] {
  const { lines, states } = assessment;
  const used = everywhere(assessment, phasesOf(assessment, 'deployment'));
  const common = everywhere(assessment, phasesOf(assessment, 'development')).filter((id) => used.includes(id));
  // A line that holds the host or the facility on one side is more than the same line without them on the other.
  const holders = states.flatMap(({ component, in: holder }) =>
    (component === 'host' || component === 'overhead') && !common.includes(component)
      ? (lines.find(({ id }) => id === holder)?.component ?? [])
      : [],
  );
  let shared = common.filter((id) => !holders.includes(id));
  const isInside = ({ component, state, in: holder }: State): boolean =>
    state !== 'included' || !shared.includes(component) || shared.some((id) => lines.find((line) => line.id === holder)?.component === id);
  // What is left out can be what holds another.
  for (let outside = states.find((one) => !isInside(one)); outside !== undefined; outside = states.find((one) => !isInside(one))) {
    const { component } = outside;
    shared = shared.filter((id) => id !== component);
  }
  return shared;
}
