import { durationText, figure } from '../units/format.js';
import type { Quantity } from '../units/quantity.js';
import type { Section } from './section.js';
import { countText, deploymentText, listed, withInterval } from './words.js';

const HOURS_A_YEAR = 8760;
const kindNames = { embodied: 'making hardware', electricity: 'electricity' } as const;

/** What using the model emits: per request, per 1,000, a year at the stated load; and when use outweighs development. */
export const use = {
  id: 'use',
  data: (assessment, { charts }) => {
    const { deployment } = assessment.totals;
    const perRequest = deployment?.perRequest;
    if (deployment === undefined || perRequest === undefined) return undefined;
    const { period } = deployment;
    const times = (factor: number, q: Quantity): string =>
      withInterval({
        ...q,
        value: q.value * factor,
        ...(q.low !== undefined && q.high !== undefined && { low: q.low * factor, high: q.high * factor }),
      });
    const energy = perRequest.energy;
    const yearly = period === undefined ? undefined : HOURS_A_YEAR / period.value;
    const { breakEven } = assessment;
    return {
      ...deploymentText(deployment),
      requests: countText(perRequest.requests),
      counted: listed(perRequest.components),
      rows: [
        { per: 'Request', energy: energy ? figure(energy).text : '–', emissions: times(1, perRequest.emissions) },
        { per: '1,000 requests', energy: energy ? times(1000, energy) : '–', emissions: times(1000, perRequest.emissions) },
        ...(yearly === undefined
          ? []
          : [
              {
                per: `Year at this load (${countText(perRequest.requests * yearly)} requests)`,
                energy: deployment.energy ? times(yearly, deployment.energy) : '–',
                emissions: times(yearly, deployment.emissions),
              },
            ]),
      ],
      breakEven: breakEven && {
        requests: countText(breakEven.requests),
        compares: listed(breakEven.compares.map((kind) => kindNames[kind])),
        components: listed(breakEven.components),
        development: figure(breakEven.development).text,
        after: breakEven.days === undefined ? undefined : durationText(breakEven.days * 24),
      },
      chart: charts.get('use'),
    };
  },
} as const satisfies Section;
