import type { Assessment, DeploymentTotal, PerRequestOfPhase, PhaseFacts } from '../../assessment/assessment.js';
import { phasesOf, titlesText } from '../../assessment/coverage.js';
import { givenRequests } from '../../units/count.js';
import { durationText, formatted } from '../../units/format.js';
import { quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';
import { partsOf, placed, series } from './parts.js';
import { ownShare, perPhaseText, shortInterval } from './words.js';

/** Deployments whose figure per request is in the sentence; of more of them it has the range, and the report a table. */
const maxDeployments = 4;

/** The sentence on use, per request first; nothing where no deployment is recorded. */
export function useText(assessment: Assessment): TemplateData | undefined {
  const { deployment, development } = assessment.totals;
  if (deployment === undefined) return undefined;
  const { perRequest, perToken, perPhase = [], period } = deployment;
  const per = perPhase.length > 0 ? undefined : (perRequest ?? perToken);
  const phases = phasesOf(assessment, 'deployment');
  return {
    perPhase: perPhase.length === 0 ? undefined : perPhase.length > maxDeployments ? spanText(perPhase) : perPhaseText(perPhase),
    // Those whose figure per request is not known have none in the sentence.
    silent: perPhase.length === 0 ? undefined : silentText(phases),
    perRequest: per && per === perRequest ? formatted(per.emissions).text : undefined,
    perTokens: per && per === perToken ? thousand(deployment) : undefined,
    interval: per && per === perRequest ? shortInterval(per.emissions) : undefined,
    requests:
      perRequest && `${givenRequests(perRequest.requests)}${phases.some(({ share }) => share !== undefined) ? ` (${ownShare})` : ''}`,
    counted: perRequest && (perRequest.requests === 1 ? 'is counted' : 'are counted'),
    period: period && durationText(period.value),
    // Where use is all that is recorded, its total and its parts are in the sentence before.
    emissions: development && formatted(deployment.emissions).text,
    from: development && series(partsOf(assessment, phases).map(placed)),
  };
}

/** `746 mg CO₂e to 6.5 g CO₂e, by deployment` */
function spanText(perPhase: readonly PerRequestOfPhase[]): string {
  const sorted = perPhase.map(({ emissions }) => emissions).sort((a, b) => a.value - b.value);
  const ends = [sorted[0], sorted.at(-1)].flatMap((q) => (q === undefined ? [] : formatted(q).text));
  return `${ends.join(' to ')}, by deployment`;
}

/** The deployments that state no requests, in a sentence. */
function silentText(phases: readonly PhaseFacts[]): string | undefined {
  const own = phases.filter(({ requests }) => requests === undefined);
  return own.length === 0 ? undefined : titlesText(own, phases);
}

/** Emissions of 1,000 tokens, of the kind that is counted. */
function thousand({ perToken }: DeploymentTotal): TemplateData | undefined {
  if (perToken === undefined) return undefined;
  const { value, unit, low, high } = perToken.emissions;
  const interval = low === undefined || high === undefined ? undefined : { low: 1000 * low, high: 1000 * high };
  const emissions = quantity(1000 * value, unit, interval);
  return { emissions: formatted(emissions).text, interval: shortInterval(emissions), which: perToken.which };
}
