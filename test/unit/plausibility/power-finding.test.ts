import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurementBoundaries, phaseKinds } from '../../../src/assessment/ids.js';
import { devices, devicesNamed } from '../../../src/factors/hardware/index.js';
import type { AveragePower } from '../../../src/plausibility/average-power.js';
import { averagePowerFinding, highestPower, lowestPower } from '../../../src/plausibility/power-finding.js';
import { powerLimitOf } from '../../../src/plausibility/power-limit.js';

const limitOf = (id: string) => {
  const limit = powerLimitOf(devices().filter((device) => device.id === id));
  if (limit === undefined) throw new Error(`no ${id}`);
  return limit;
};
const average = (id: string, watts: number, more: Partial<AveragePower> = {}): AveragePower => ({
  watts,
  boundary: 'accelerator',
  limit: limitOf(id),
  phase: 'training',
  accelerators: 8,
  perNode: 8,
  record: { kind: 'power' },
  ...more,
});

describe('the highest plausible power of one accelerator', () => {
  it.each([
    ['A100 of 400 W: × 1.1', 'a100-sxm4-80gb', 'accelerator', 440],
    ['with processors and memory: × 2 + 150 W ÷ 8', 'a100-sxm4-80gb', 'components', 818.75],
    ['at the node: × 2.5 + 150 W ÷ 8', 'a100-sxm4-80gb', 'node', 1018.75],
    ['at the facility: × 4 + 150 W ÷ 8', 'a100-sxm4-80gb', 'facility', 1618.75],
    ['not stated: as at the node', 'a100-sxm4-80gb', 'unstated', 1018.75],
    ['a consumer card: rating × 1.5 × 1.1', 'geforce-rtx-4090', 'accelerator', 742.5],
    ['observed: 283 W × 1.6 × 1.1', 'tpu-v3', 'accelerator', 498.08],
  ] as const)('%s', (_, id, boundary, watts) => {
    expect(highestPower({ boundary, limit: limitOf(id), accelerators: 8, perNode: 8 })).toBeCloseTo(watts, 9);
  });

  it('has a host of its own for each card where nothing says how many share one: T4, 70 × 2.5 + 150 = 325 W', () => {
    expect(highestPower({ boundary: 'node', limit: limitOf('t4'), accelerators: 8 })).toBeCloseTo(325, 9);
  });
});

describe('the lowest plausible power of one accelerator', () => {
  it.each([
    ['training: 20 % of 400 W', 'a100-sxm4-80gb', 'training', 80],
    ['fine-tuning: 20 % of 400 W', 'a100-sxm4-80gb', 'finetuning', 80],
    ['deployment: 8 % of 400 W', 'a100-sxm4-80gb', 'deployment', 32],
    ['experiments: 8 % of 400 W', 'a100-sxm4-80gb', 'experiments', 32],
    ['a consumer card: 3 % of 450 W', 'geforce-rtx-4090', 'training', 13.5],
  ] as const)('%s', (_, id, phase, watts) => {
    expect(lowestPower({ limit: limitOf(id), phase })).toBeCloseTo(watts, 9);
  });
});

describe('a name that leaves the form open', () => {
  it('has the highest limit of its variants', () => {
    const variants = devicesNamed('A100');
    expect(powerLimitOf(variants.toReversed())).toMatchObject({ rating: 400, limit: 400, isConsumer: false });
  });
});

const anyDevice = fc.constantFrom(...devices());
const dataCentre = fc.constantFrom(
  ...devices().filter(({ power, formFactor, observed }) => formFactor !== undefined && power.value >= 60 && observed !== true),
);
const anyBoundary = fc.constantFrom(...measurementBoundaries, 'unstated' as const);
const anyPhase = fc.constantFrom(...phaseKinds);

describe('an average power', () => {
  it('from 20 to 110 % of the rating raises nothing, at any boundary', () => {
    fc.assert(
      fc.property(anyDevice, fc.double({ min: 0.2, max: 1.1, noNaN: true }), anyBoundary, anyPhase, (device, share, boundary, phase) => {
        const watts = (device.power.high ?? device.power.value) * share;
        expect(averagePowerFinding(average(device.id, watts, { boundary, phase }))).toBeUndefined();
      }),
    );
  });

  it('from 11 times the rating on is an error, at any boundary', () => {
    fc.assert(
      fc.property(dataCentre, fc.double({ min: 11, max: 1e6, noNaN: true }), anyBoundary, anyPhase, (device, times, boundary, phase) => {
        const { rating } = limitOf(device.id);
        expect(averagePowerFinding(average(device.id, rating * times, { boundary, phase }))?.severity).toBe('error');
      }),
    );
  });

  it('is a warning between the limit of its boundary and ten times the rating', () => {
    expect(averagePowerFinding(average('a100-sxm4-80gb', 441))).toMatchObject({ severity: 'warning', id: 'power-above-limit' });
    expect(averagePowerFinding(average('a100-sxm4-80gb', 4000))).toMatchObject({ severity: 'warning' });
    expect(averagePowerFinding(average('a100-sxm4-80gb', 4001))).toMatchObject({ severity: 'error' });
  });

  it('of a whole node at the node is written with its number and its boundary: 8.4 kW ÷ 8 = 1,050 W', () => {
    const found = averagePowerFinding(average('h100-sxm5-80gb', 8400, { boundary: 'node' }));
    expect(found?.message).toContain('Is it the power of all 8?');
    expect(found?.expected).toContain('`power: { value: 8400 W, for: 8 accelerators, boundary: node }`');
    const divided = averagePowerFinding(average('h100-sxm5-80gb', 8400, { boundary: 'node', record: { kind: 'power', isDivided: true } }));
    expect(divided?.message).not.toContain('Is it');
  });

  it('of GPU-hours that were multiplied by 8 twice is questioned, with the slip', () => {
    const found = averagePowerFinding(average('a100-sxm4-80gb', 40, { record: { kind: 'energy', kWh: 1290, hours: 32_256 } }));
    expect(found).toMatchObject({ id: 'power-below-idle', severity: 'warning' });
    expect(found?.expected).toContain('`accelerator_hours: 4032`');
  });

  it.each([
    ['1.6 mWh', 1.6e-6],
    ['1.6 Wh', 1.6e-3],
    ['1.6 kWh', 1.6],
  ])('of an energy in the wrong prefix is questioned: %s for 1.6 MWh in 4,032 h', (_, kWh) => {
    const watts = (kWh * 1000) / 4032;
    const found = averagePowerFinding(average('a100-sxm4-80gb', watts, { record: { kind: 'energy', kWh, hours: 4032, isProduct: true } }));
    expect(found).toMatchObject({ id: 'power-below-idle', severity: 'warning' });
    expect(found?.message).toContain('Is it 1.60\u202fMWh in place of ');
  });

  it('that leaves its hours open is asked by the hours that fit best', () => {
    expect(averagePowerFinding(average('l4', 600, { low: 40, record: { kind: 'energy', kWh: 630, hours: 1051 } }))).toBeUndefined();
  });
});
