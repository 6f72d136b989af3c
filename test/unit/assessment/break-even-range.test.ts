import { expect, it } from 'vitest';
import { comparedOf } from '../../../src/assessment/break-even-range.js';
import { quantity } from '../../../src/units/quantity.js';
import { bloom } from '../charts/assessments.js';

const { breakEven } = bloom;
if (breakEven === undefined) throw new Error('BLOOM has a break-even');
const perRequest = quantity(2e-3, 'kgCO2e', { low: 1e-3, high: 4e-3 });

it('goes from low development ÷ high request to high ÷ low: 300 ÷ 0.004 = 75,000 to 600 ÷ 0.001 = 600,000', () => {
  const development = quantity(500, 'kgCO2e', { low: 300, high: 600 });
  expect(comparedOf(bloom, { ...breakEven, development, perRequest }).range).toEqual({ low: 75_000, high: 600_000 });
});

it('is absent without an interval on both sides', () => {
  expect(comparedOf(bloom, { ...breakEven, perRequest }).range).toBeUndefined();
  expect(comparedOf(bloom, breakEven).range).toBeUndefined();
});

it('takes the interval of a component that alone is compared from its own total', () => {
  const emissions = quantity(24692, 'kgCO2e', { low: 16000, high: 25000 });
  const totals = { development: { emissions: quantity(50500, 'kgCO2e'), components: [{ component: 'dynamic' as const, emissions }] } };
  const { development, range } = comparedOf({ totals }, { ...breakEven, components: ['dynamic'], perRequest });
  expect(development).toBe(emissions);
  expect(range).toEqual({ low: 4e6, high: 25e6 });
});
