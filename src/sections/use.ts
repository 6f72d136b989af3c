import { durationText, formatted } from '../units/format.js';
import { listed } from '../units/listed.js';
import { type Quantity, quantity } from '../units/quantity.js';
import type { Section } from './section.js';
import { countText, deploymentText, withInterval } from './words/words.js';

const HOURS_A_YEAR = 8760;

/** Emissions of use per request, per 1,000 and per year at the stated load, and the break-even with development. */
export const use = {
  id: 'use',
  data: (assessment, { charts }) => {
    const { deployment } = assessment.totals;
    if (deployment?.perRequest === undefined && deployment?.perToken === undefined) return undefined;
    const { perRequest, perToken, period } = deployment;
    const row = (per: string, factor: number, { emissions, emissionsMarket, energy }: Per) => ({
      per,
      energy: energy ? times(factor, energy) : '–',
      emissions: times(factor, emissions),
      market: emissionsMarket ? times(factor, emissionsMarket) : '–',
    });
    const yearly = period === undefined ? undefined : HOURS_A_YEAR / period.value;
    const load = yearly === undefined || perRequest === undefined ? '' : ` (${countText(perRequest.requests * yearly)} requests)`;
    const { breakEven } = assessment;
    return {
      ...deploymentText(assessment, deployment),
      requests: perRequest && countText(perRequest.requests),
      tokens: perToken && countText(perToken.tokens),
      which: perToken?.which,
      market: perRequest?.emissionsMarket !== undefined,
      rows: [
        ...(perRequest ? [row('Request', 1, perRequest), row('1,000 requests', 1000, perRequest)] : []),
        ...(perToken ? [row(`1,000 ${perToken.which === undefined ? '' : `${perToken.which} `}tokens`, 1000, perToken)] : []),
        ...(yearly === undefined ? [] : [row(`Year at this load${load}`, yearly, deployment)]),
      ],
      breakEven: breakEven && {
        requests: countText(breakEven.requests),
        components: listed(breakEven.components),
        development: formatted(breakEven.development).text,
        after: breakEven.days === undefined ? undefined : durationText(breakEven.days * 24),
      },
      chart: charts.get('use'),
    };
  },
} as const satisfies Section;

interface Per {
  readonly emissions: Quantity;
  readonly emissionsMarket?: Quantity | undefined;
  readonly energy?: Quantity | undefined;
}

function times(factor: number, q: Quantity): string {
  const interval = q.low === undefined || q.high === undefined ? undefined : { low: q.low * factor, high: q.high * factor };
  return withInterval(quantity(q.value * factor, q.unit, interval));
}
