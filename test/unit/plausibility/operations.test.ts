import { describe, expect, it } from 'vitest';
import { operationsFinding, operationsShare } from '../../../src/plausibility/operations.js';
import { faultsOf, idsOf, madeOf } from '../made.js';

describe('operations beside parameters and tokens', () => {
  it('3.6e22 FLOP ÷ (6 × 6e9 × 1e12) = 1', () => {
    expect(operationsShare({ operations: 3.6e22, parameters: 6e9, tokens: 1e12 })).toBeCloseTo(1, 12);
  });

  it.each([
    ['a dense transformer', { operations: 4.2e22, parameters: 7e9, tokens: 1e12 }],
    ['a mixture of experts, 37 of 671 billion', { operations: 3.3e24, parameters: 671e9, tokens: 14.8e12 }],
    ['no tokens', { operations: 3e24, parameters: 7e9 }],
  ])('lets pass: %s', (_, record) => {
    expect(operationsFinding(record)).toBeUndefined();
  });

  it.each([
    ['a prefix too large', { operations: 4.2e25, parameters: 7e9, tokens: 1e12 }, '1,000 times 6 × parameters × tokens'],
    ['a prefix too small', { operations: 4.2e19, parameters: 7e9, tokens: 1e12 }, '0.0010 times 6 × parameters × tokens'],
    ['more than any training', { operations: 1e30 }, 'more than any training'],
  ])('finds %s', (_, record, words) => {
    expect(operationsFinding(record)?.message).toContain(words);
  });

  it('is said of a training of a manifest, and not of a deployment', () => {
    const assessed = (kind: string) =>
      idsOf(madeOf(`phases: [{ phase: ${kind}, location: FR, year: 2024, energy: 10 MWh, flops: 1e30 FLOP }]`));
    expect(assessed('training')).toContain('implied-operations');
    expect(assessed('deployment')).not.toContain('implied-operations');
  });
});

it.each(['3.5e23', '3.5e23 FLOP/s', '3.5e23 kWh', '0 FLOP', '-1 FLOP'])('operations are a number of FLOP above zero, not %s', (flops) => {
  expect(faultsOf(() => madeOf(`phases: [{ phase: training, location: FR, year: 2024, energy: 10 MWh, flops: ${flops} }]`))).not.toEqual(
    [],
  );
});
