import type { Assessment, LineStep, UseAgainstDevelopment } from '../assessment/assessment.js';
import { formattedExactly, plain, rounded } from '../units/format.js';
import { loadText } from '../units/load.js';
import type { Quantity } from '../units/quantity.js';
import { daysAYear } from '../units/span.js';
import type { UseExplanation } from './explanation.js';

/** Names by which use against development is asked for, beside that of the deployment. */
export const useNames: readonly string[] = ['use', 'break-even', 'useagainstdevelopment'];

/** Use against development with the arithmetic of its days; nothing where they cannot be compared. */
export function explainUse({ useAgainstDevelopment: against, sources }: Assessment): UseExplanation | undefined {
  if (against === undefined) return undefined;
  const { load } = against;
  return {
    ...against,
    loadText: load && loadText(load),
    steps: stepsOf(against),
    source: sources.find(({ id }) => id === load?.source),
  };
}

function stepsOf({ development, perDay, perRequest, perToken, days, load }: UseAgainstDevelopment): readonly LineStep[] {
  if (perDay === undefined) return [];
  const one = load?.requests === undefined ? perToken : perRequest;
  const count = load?.requests ?? load?.tokens;
  const noun = load?.requests === undefined ? 'token' : 'request';
  const byCount: readonly LineStep[] =
    one === undefined || count === undefined
      ? []
      : [
          {
            name: 'use of a day',
            formula: `emissions of a ${noun} × ${noun}s of a year ÷ ${daysAYear}`,
            numbers: plain(`${written(one)} × ${written({ value: count.value, unit: `${noun}s` })} ÷ ${daysAYear} = ${written(perDay)}`),
          },
        ];
  if (days === undefined) return byCount;
  return [
    ...byCount,
    {
      name: 'days',
      formula: 'development ÷ use of a day',
      numbers: plain(`${written(development)} ÷ ${written(perDay)} = ${written(days)}`),
    },
  ];
}

/** Ten digits, with which the arithmetic can be checked. */
const written = ({ value, unit }: Quantity): string => formattedExactly(rounded(value, 10), unit);
