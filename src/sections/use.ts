import type { Assessment, DeploymentTotal, PhaseFacts } from '../assessment/assessment.js';
import { phasesOf } from '../assessment/coverage.js';
import { givenCount, givenRequests, requestsText } from '../units/count.js';
import { durationText } from '../units/format.js';
import { listed } from '../units/listed.js';
import { intervalOf, type Quantity, quantity, scaledInterval } from '../units/quantity.js';
import type { Section } from './section.js';
import { againstText } from './words/against.js';
import { partsOf, placed, series } from './words/parts.js';
import { ownShare, withInterval } from './words/words.js';

const HOURS_A_YEAR = 8760;

/** Emissions of use per request, per 1,000 and per year at the stated load, and use against development. */
export const use = {
  id: 'use',
  data: (assessment, { charts }) => {
    const { deployment } = assessment.totals;
    if (deployment === undefined) return undefined;
    const { perRequest, perPhase = [], perToken, period } = deployment;
    if (perRequest === undefined && perToken === undefined && perPhase.length === 0) return undefined;
    const row = (per: string, factor: number, { emissions, emissionsMarket, energy }: Per) => ({
      per,
      energy: energy && times(factor, energy),
      emissions: times(factor, emissions),
      market: emissionsMarket ? times(factor, emissionsMarket) : '–',
    });
    const yearly = period === undefined ? undefined : HOURS_A_YEAR / period.value;
    const load = yearly === undefined || perRequest === undefined ? '' : ` (${requestsText(perRequest.requests * yearly)})`;
    return {
      period: period && durationText(period.value),
      emissions: period === undefined ? withInterval(deployment.emissions) : undefined,
      from: series(partsOf(assessment, phasesOf(assessment, 'deployment')).map(placed)),
      served: servedText(deployment, phasesOf(assessment, 'deployment')),
      silent: perRequest === undefined && perPhase.length > 0 ? listed(silentPhases(assessment)) : undefined,
      market: perRequest?.emissionsMarket !== undefined,
      rows: [
        ...perPhase.map((one) => row(`Request (${one.name ?? ''})`, 1, one)),
        ...(perRequest
          ? [row(perPhase.length > 0 ? 'Request, mean of all' : 'Request', 1, perRequest), row('1,000 requests', 1000, perRequest)]
          : []),
        ...(perToken ? [row(`1,000 ${perToken.which === undefined ? '' : `${perToken.which} `}tokens`, 1000, perToken)] : []),
        ...(period === undefined ? [] : [row(`All of these ${durationText(period.value)}`, 1, deployment)]),
        ...(yearly === undefined ? [] : [row(`Year at this load${load}`, yearly, deployment)]),
      ],
      against: againstText(assessment),
      chart: charts.get('use'),
    };
  },
} as const satisfies Section;

/** What all deployments served: `230,768 requests, 1.2 billion output tokens`. */
function servedText({ perRequest, perToken }: DeploymentTotal, phases: readonly PhaseFacts[]): string | undefined {
  const served = [
    ...(perRequest ? [givenRequests(perRequest.requests)] : []),
    ...(perToken ? [`${givenCount(perToken.tokens)} ${perToken.which === undefined ? '' : `${perToken.which} `}tokens`] : []),
  ];
  const shared = phases.some(({ share }) => share !== undefined) ? ` (${ownShare})` : '';
  return served.length === 0 ? undefined : `${served.join(', ')}${shared}`;
}

/** The deployments that state no requests. */
function silentPhases(assessment: Assessment): readonly string[] {
  return phasesOf(assessment, 'deployment')
    .filter(({ requests }) => requests === undefined)
    .map(({ title }) => title);
}

interface Per {
  readonly emissions: Quantity;
  readonly emissionsMarket?: Quantity | undefined;
  readonly energy?: Quantity | undefined;
}

function times(factor: number, q: Quantity): string {
  return withInterval(quantity(q.value * factor, q.unit, scaledInterval(intervalOf(q), factor)));
}
