import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionGroups, finest } from '../../../src/assessment/contribution-groups.js';
import { plain } from '../../../src/units/format.js';

const inputs = (...shares: readonly number[]) => shares.map((share, n) => ({ input: `input ${n}`, share }));
const table = { max: 6, minShare: 0.05 };
const labels = (shares: readonly number[], limits = finest): readonly string[] => {
  const { named, others } = contributionGroups(inputs(...shares), limits);
  return [...named.map(({ label }) => plain(label)), ...(others ? [plain(others.label)] : [])];
};

describe('shares of the variance', () => {
  it('are the same in a table of few rows and in a chart of more, and add up to 100 in both', () => {
    const shares = [0.443, 0.262, 0.187, 0.065, 0.033, 0.005, 0.005];
    expect(labels(shares)).toEqual(['44 %', '26 %', '19 %', '7 %', '3 %', '1 %']);
    expect(labels(shares, table)).toEqual(['44 %', '26 %', '19 %', '7 %', '4 %']);
  });

  it('are all of it where there is one input, and the largest is always named', () => {
    expect(labels([1])).toEqual(['100 %']);
    expect(labels([0.004, 0.001], table)).toHaveLength(2);
  });

  it('never differ between the two', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 14 }), (parts) => {
        const sum = parts.reduce((all, one) => all + one, 0);
        const shares = parts.map((one) => one / sum).sort((a, b) => b - a);
        const [fine, coarse] = [contributionGroups(inputs(...shares), finest).named, contributionGroups(inputs(...shares), table).named];
        expect(coarse.length).toBeLessThanOrEqual(fine.length);
        expect(coarse.map(({ label }) => label)).toEqual(fine.slice(0, coarse.length).map(({ label }) => label));
      }),
    );
  });
});
