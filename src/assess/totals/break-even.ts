import type { Assessment, BreakEven } from '../../assessment/assessment.js';
import type { Sampler } from '../../uncertainty/sampler.js';
import { quantity } from '../../units/quantity.js';
import { comparedOf } from './compared.js';

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
  const { deployment } = assessment.totals;
  const requests = deployment?.perRequest?.requests;
  const compared = comparedOf(assessment);
  if (deployment === undefined || requests === undefined || compared === undefined) return undefined;
  const { components, sums, development: made } = compared;
  const perRequest = compared.deployment / requests;
  if (made <= 0 || perRequest <= 0) return undefined;
  const [ofMade, ofUsed] = [sums.development, sums.deployment];
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
