import { describe, expect, it } from 'vitest';
import { embodiedByCalendar, embodiedByOccupancy } from '../../../src/formulas/embodied.js';
import {
  deviceEnergy,
  energyOfConstantPower,
  facilityOverhead,
  hostEnergy,
  itEnergy,
  reservedIdle,
  runHours,
} from '../../../src/formulas/energy.js';
import {
  constant,
  type Expression,
  evaluate,
  greatest,
  input,
  inputsOf,
  print,
  product,
  quotient,
  step,
  stepsOf,
  sum,
} from '../../../src/formulas/expression.js';
import { operationalEmissions } from '../../../src/formulas/operational.js';
import { waterOf } from '../../../src/formulas/water.js';

const c = (value: number): Expression => constant(value);
const near = (e: Expression, expected: number): void => expect(evaluate(e)).toBeCloseTo(expected, 6);

describe('formulas', () => {
  it('1,082,990 h × 400 W = 433,196 kWh', () => near(deviceEnergy(c(1_082_990), c(400)), 433_196));
  it('1,082,990 h ÷ 384 = 2,820.286458 h', () => near(runHours(c(1_082_990), c(384)), 2820.2864583));
  it('64,000 W × 2,820.286458 h = 180,498.3333 kWh', () =>
    near(energyOfConstantPower(c(64_000), runHours(c(1_082_990), c(384))), 180_498.3333333));
  it('60 W × (100 h − 40 h) = 3.6 kWh', () => near(reservedIdle(c(60), c(100), c(40)), 3.6));
  it('60 W × (40 h − 100 h) is no energy: nothing is held idle for less than no time', () => near(reservedIdle(c(60), c(40), c(100)), 0));
  it('0.5 × 100 kWh = 50 kWh of a host, and never less than its floor', () => {
    near(hostEnergy(c(0.5), c(100)), 50);
    near(hostEnergy(c(0.5), c(100), c(20)), 50);
    near(hostEnergy(c(0.5), c(100), c(80)), 80);
  });
  it('(1.2 − 1) × 120 kWh = 24 kWh', () => near(facilityOverhead(c(1.2), c(120)), 24));
  it('110 kWh ÷ 1.1 = 100 kWh', () => near(itEnergy(c(110), c(1.1)), 100));
  it('433,196 kWh × 57 g/kWh = 24,692.172 kg', () => near(operationalEmissions(c(433_196), c(57)), 24_692.172));
  it('1,082,990 h × 150 kg ÷ (52,560 h × 0.85) = 3,636.146925 kg', () =>
    near(embodiedByOccupancy(c(1_082_990), c(150), c(52_560), c(0.85)), 3636.1469249));
  it('1,082,990 h × 150 kg ÷ 52,560 h = 3,090.724886 kg', () => near(embodiedByCalendar(c(1_082_990), c(150), c(52_560)), 3090.7248858));
  it('(0.2 + 1.29) L/kWh × 100 kWh = 149 L', () => near(waterOf(c(100), c(0.2), c(1.29)), 149));
});

describe('print', () => {
  const notation = { input: () => '', step: () => '', constant: String };
  it('puts brackets where they are needed and nowhere else', () => {
    expect(print(product(sum(c(1), c(2)), c(3)), notation)).toBe('(1 + 2) × 3');
    expect(print(quotient(product(c(1), c(2)), product(c(3), c(4))), notation)).toBe('1 × 2 ÷ (3 × 4)');
    expect(print(sum(product(c(1), c(2)), c(3)), notation)).toBe('1 × 2 + 3');
  });

  it('writes the largest of several as a function, which needs no brackets around it', () => {
    expect(print(greatest(product(c(2), c(3)), c(4)), notation)).toBe('max(2 × 3, 4)');
    expect(print(product(c(5), greatest(sum(c(2), c(3)), c(4))), notation)).toBe('5 × max(2 + 3, 4)');
    expect(print(quotient(c(5), greatest(c(2), c(3))), notation)).toBe('5 ÷ max(2, 3)');
  });
});

describe('the largest of several', () => {
  const share = { name: 'share', value: 0.5, unit: '1', basis: 'assumed', identity: 'share' } as const;
  const floor = step('floor', 'kWh', c(20));

  it('has all their inputs and steps, also of those that are not the largest', () => {
    const e = greatest(product(input(share), c(100)), floor);
    expect(inputsOf(e)).toEqual([share]);
    expect(stepsOf(e).map(({ name }) => name)).toEqual(['floor']);
    near(e, 50);
    expect(evaluate(e, () => 0.1)).toBe(20);
  });
});
