import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../src/claims/claim.js';
import { type Expected, expectedFor, powerFor, ratedAccelerator, workFor } from '../../../src/claims/expected.js';
import { claimsOf, only } from './asked.js';

function expectedIn(text: string): Expected | undefined {
  const claims = claimsOf(text);
  return expectedFor(claims, only(claims, 'emissions'));
}

/** What is read around the emissions of a text. */
function around<T>(text: string, read: (subject: Subject, claim: ReturnType<typeof only>) => T): T {
  const claims = claimsOf(text);
  return read(claims, only(claims, 'emissions'));
}

/** A round number may be rounded by 5 %. */
const [down, up] = [0.95, 1.05];

describe('emissions that would fit', () => {
  it('energy × grid as printed: 100 kWh × 300 g/kWh = 30 kg; up to twice that with a PUE', () => {
    const expected = expectedIn('Training used 100 kWh on a grid of 300 gCO2eq/kWh, and emitted 30 kg CO2eq.');
    expect(expected?.printed).toBe(30_000);
    expect(expected?.low).toBeCloseTo(30_000 * down ** 2, 6);
    expect(expected?.high).toBeCloseTo(30_000 * up ** 2 * 2, 6);
  });

  it('hours × rating × grid: 1,000 T4 hours × 70 W × 300 g/kWh = 21 kg; from a load of 0.4 to a host of 1.5 and a PUE of 2', () => {
    const expected = expectedIn('Training took 1,000 T4 hours on a grid of 300 gCO2eq/kWh, and emitted 21 kg CO2eq.');
    expect(expected?.printed).toBe(21_000);
    expect(expected?.energy.words).toBe('1,000 T4 hours × 70 W (NVIDIA T4)');
    expect(expected?.low).toBeCloseTo(21_000 * 0.4 * down ** 2, 6);
    expect(expected?.high).toBeCloseTo(21_000 * 1.5 * 2 * up ** 2, 6);
  });

  it('an average power is taken without a load', () => {
    const expected = expectedIn('1,000 GPU hours at an average power of 50 W on a grid of 300 gCO2eq/kWh emitted 15 kg CO2eq.');
    expect(expected?.printed).toBe(15_000);
    expect(expected?.low).toBeCloseTo(15_000 * down ** 3, 6);
  });

  it('without a printed grid, from the lowest to the highest of any grid, and no product', () => {
    const expected = expectedIn('Training used 100 kWh, and emitted 30 kg CO2eq.');
    expect(expected?.grids).toEqual({ low: 5, high: 1200 });
    expect(expected?.printed).toBeUndefined();
    // From hours, the lowest grid is higher: a rare load and a rare grid at once are not expected.
    expect(expectedIn('Training took 1,000 T4 hours, and emitted 21 kg CO2eq.')?.grids.low).toBe(16);
  });

  it('three times as much where embodied emissions are mentioned', () => {
    const text = 'Training used 100 kWh on a grid of 300 gCO2eq/kWh, and emitted 30 kg CO2eq';
    expect((expectedIn(`${text}, embodied emissions included.`)?.high ?? 0) / (expectedIn(`${text}.`)?.high ?? 1)).toBe(3);
  });

  it.each([
    ['neither energy nor hours', 'The grid has 300 gCO2eq/kWh. Training emitted 30 kg CO2eq.'],
    ['two energies', 'Training used 100 kWh and tests 70 kWh, and both emitted 30 kg CO2eq.'],
    ['hours without a device', 'Training took 1,000 GPU hours, and emitted 30 kg CO2eq.'],
  ])('nothing from %s', (_, text) => {
    expect(expectedIn(text)).toBeUndefined();
  });
});

describe('the work', () => {
  it.each([
    ['GPU-hours', 'It took 1,000 GPU hours and emitted 3 kg CO2eq.', 1000],
    ['hours on the clock × devices', 'It took 10 hours of wall-clock time on 8 A100 GPUs and emitted 3 kg CO2eq.', 80],
  ])('%s are exact', (_, text, exact) => {
    expect(around(text, workFor)?.exact).toBe(exact);
  });

  it('hours that may be either are from the one to the other', () => {
    const work = around('- **Hardware Type:** 8 x A100\n- **Hours used:** 10\n- **Carbon Emitted:** 3 kg CO2eq', workFor);
    expect(work?.exact).toBeUndefined();
    expect(work?.low).toBeCloseTo(10 * down, 6);
    expect(work?.high).toBeCloseTo(10 * up * 8, 6);
  });
});

describe('the power of one accelerator', () => {
  it.each([
    ['as printed', 'A T4 at 60 W emitted 3 kg CO2eq.', 60],
    ['as rated', 'A T4 GPU emitted 3 kg CO2eq.', 70],
    ['none, where what is printed is of a machine', 'A T4 at 900 W emitted 3 kg CO2eq.', undefined],
    ['none, where the rating is of a module with its processor', 'An Apple M1 chip emitted 3 kg CO2eq.', undefined],
  ])('is %s', (_, text, watts) => {
    expect(around(text, powerFor)?.value).toBe(watts);
  });

  it('is a rating of the accelerator alone, and no average in use', () => {
    const [device] = claimsOf('We trained on a T4.').devices;
    if (device === undefined) throw new RangeError('no device');
    expect(ratedAccelerator(device)).toBe(device);
    expect(ratedAccelerator({ ...device, isRated: false })).toBeUndefined();
    expect(ratedAccelerator({ ...device, boundary: 'node' })).toBeUndefined();
  });
});
