import { describe, expect, it } from 'vitest';
import { faultsOf, grid, idsOf, lineOf, made, stateOf } from '../../made.js';

const work = `site: { ${grid} }, power: { value: 400 W, boundary: node }`;
const training = (rest: string): string => `{ phase: training, ${work}, ${rest} }`;
const idleOf = (phase: string) => lineOf(made(phase), 'training.idle');

describe('reserved machines', () => {
  it('are counted by an energy on record', () => {
    const idle = idleOf(training('accelerator_hours: 100, idle: { value: 6 kWh, of: reserved, basis: measured }'));
    expect(idle).toMatchObject({ energy: { value: 6 }, basis: 'measured', boundary: 'node' });
  });

  it('are counted by power and hours: 60 W × (200 h − 100 h) = 6 kWh', () => {
    expect(idleOf(training('accelerator_hours: 100, reserved_hours: 200, idle_power: 60 W'))?.energy?.value).toBeCloseTo(6, 9);
  });

  it('and a baseline are two parts of one line: 10 + 6 kWh', () => {
    const at = `site: { idle: { value: 1 kW, for: 8 accelerators }, ${grid} }, power: { value: 400 W, boundary: accelerator }`;
    const idle = idleOf(`{ phase: training, ${at}, accelerators: 8, accelerator_hours: 80, reserved_hours: 180, idle_power: 60 W }`);
    expect(idle?.parts?.map(({ name, energy }) => [name, energy?.value])).toEqual([
      ['baseline', 10],
      ['reserved', 6],
    ]);
    expect(idle?.energy?.value).toBeCloseTo(16, 9);
  });

  it('are no baseline: they leave the meter of the node alone', () => {
    const phase = training('accelerator_hours: 100, idle: { value: 6 kWh, of: reserved }');
    expect(faultsOf(() => made(phase))).toEqual([]);
    expect(faultsOf(() => made(phase.replace(', of: reserved', '')))).toEqual(['baseline-inside-boundary']);
  });

  it('do not hold the host of the work', () => {
    const at = `site: { ${grid} }, energy: { value: 100 kWh, boundary: accelerator }, idle: { value: 6 kWh, of: reserved }`;
    expect(stateOf(made(`{ phase: training, ${at} }`), 'host')).toMatchObject({ state: 'counted' });
  });

  it('are never made up, and listed with the size that known figures give: 100 h × (57 W + 0.2 × 400 W) × 1.2', () => {
    const a = made(`{ phase: training, site: { ${grid} }, hardware: A100 SXM4 80GB, accelerator_hours: 100, reserved_hours: 200 }`);
    expect(stateOf(a, 'idle')).toMatchObject({
      state: 'not-counted',
      reason: expect.stringContaining('; the size is by default figures'),
      size: { value: expect.closeTo(16.44, 9), unit: 'kWh' },
    });
    expect(idsOf(a)).not.toContain('default-idle');
  });

  it('have the size that the rating gives where no idle power is known: 100 h × (0.15 + 0.2) × 350 W × 1.2', () => {
    const a = made(`{ phase: training, site: { ${grid} }, hardware: H100 PCIe, accelerator_hours: 100, reserved_hours: 200 }`);
    expect(stateOf(a, 'idle')?.size).toMatchObject({ value: expect.closeTo(14.7, 9), unit: 'kWh' });
  });

  it.each([
    ['energy and power are both given', 'reserved_hours: 200, idle_power: 60 W, idle: { value: 6 kWh, of: reserved }', 'idle-twice'],
    ['the hours that they were held are missing', 'idle_power: 60 W', 'idle-power-missing'],
    ['they were held for less than they worked', 'reserved_hours: 50, idle_power: 60 W', 'reserved-below-busy'],
  ])('are refused where %s', (_, rest, fault) => {
    expect(faultsOf(() => made(training(`accelerator_hours: 100, ${rest}`)))).toEqual([fault]);
  });
});
