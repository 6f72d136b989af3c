import type { Assessment, DeploymentTotal } from '../../assessment/assessment.js';
import { phasesOf } from '../../assessment/coverage.js';
import { durationText, formatted } from '../../units/format.js';
import { quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';
import { partsOf, placed, series } from './parts.js';
import { countText, perPhaseText, shortInterval } from './words.js';

/** Deployments whose figure per request is in the sentence; of more of them the report has a table. */
const maxDeployments = 4;

/** The sentence on use, per request first; nothing where no deployment is recorded. */
export function useText(assessment: Assessment): TemplateData | undefined {
  const { deployment, development } = assessment.totals;
  if (deployment === undefined) return undefined;
  const { perRequest, perToken, perPhase = [], period } = deployment;
  const per = perPhase.length > 0 ? undefined : (perRequest ?? perToken);
  const phases = phasesOf(assessment, 'deployment');
  return {
    perPhase: perPhase.length === 0 || perPhase.length > maxDeployments ? undefined : perPhaseText(perPhase),
    perRequest: per && per === perRequest ? formatted(per.emissions).text : undefined,
    perTokens: per && per === perToken ? thousand(deployment) : undefined,
    interval: per && per === perRequest ? shortInterval(per.emissions) : undefined,
    requests: perRequest && countText(perRequest.requests),
    period: period && durationText(period.value),
    // Where use is all that is recorded, its total and its parts are in the sentence before.
    emissions: development && formatted(deployment.emissions).text,
    from: development && series(partsOf(assessment, phases).map(placed)),
  };
}

/** Emissions of 1,000 tokens, of the kind that is counted. */
function thousand({ perToken }: DeploymentTotal): TemplateData | undefined {
  if (perToken === undefined) return undefined;
  const { value, unit, low, high } = perToken.emissions;
  const interval = low === undefined || high === undefined ? undefined : { low: 1000 * low, high: 1000 * high };
  const emissions = quantity(1000 * value, unit, interval);
  return { emissions: formatted(emissions).text, interval: shortInterval(emissions), which: perToken.which };
}
