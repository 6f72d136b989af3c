import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { grid, lineOf, made, stateOf } from '../made.js';

const site = `site: { ${grid} }`;

describe('the electricity of the work', () => {
  it('is counted at the boundary of its meter: 1,000 kWh × 100 g/kWh = 100 kg', () => {
    const a = made(`{ phase: training, ${site}, energy: { value: 1 MWh, boundary: node, basis: measured } }`);
    expect(stateOf(a, 'dynamic')).toEqual({ phase: 'training', component: 'dynamic', state: 'counted' });
    expect(lineOf(a, 'training.dynamic')).toMatchObject({
      energy: { value: 1000 },
      emissions: { value: 100 },
      basis: 'measured',
      boundary: 'node',
    });
  });

  it('metered at the facility is split by its PUE: 1,200 kWh ÷ 1.2 = 1,000 kWh', () => {
    const a = made(`{ phase: training, site: { ${grid}, pue: 1.2 }, energy: { value: 1200 kWh, boundary: facility } }`);
    expect(lineOf(a, 'training.dynamic')?.energy?.value).toBeCloseTo(1000, 9);
    expect(lineOf(a, 'training.overhead')?.energy?.value).toBeCloseTo(200, 9);
  });

  it('metered at the facility without a PUE includes the overhead, and says so', () => {
    const a = made(`{ phase: training, ${site}, energy: { value: 1200 kWh, boundary: facility } }`);
    expect(lineOf(a, 'training.dynamic')?.notes).toContain('Metered at the facility, with an unknown PUE: overhead is included here.');
    expect(stateOf(a, 'overhead')).toMatchObject({ state: 'included', in: 'training.dynamic', reason: reasons.inFacility });
  });

  it('of a rated power is that of the accelerators alone: 10 h × 400 W × 1.0 = 4 kWh', () => {
    const a = made(`{ phase: training, ${site}, hardware: A100 SXM4 80GB, load: 100 %, accelerator_hours: 10 }`);
    expect(lineOf(a, 'training.dynamic')).toMatchObject({ energy: { value: 4 }, boundary: 'accelerator', basis: 'modelled' });
    expect(lineOf(a, 'training.dynamic')).not.toHaveProperty('parts');
  });

  it('of a shared phase is counted by its share: 25 % of 1,000 kWh, by GPU-hours', () => {
    const a = made(`{ phase: data, ${site}, energy: { value: 1 MWh, boundary: node }, share: { value: 25 %, key: GPU-hours } }`);
    expect(lineOf(a, 'data.dynamic')?.energy?.value).toBe(250);
    expect(lineOf(a, 'data.dynamic')?.notes.join(' ')).toMatch(
      /^Several models share this phase; 25\.0\s% of it is counted here, by GPU-hours\.$/,
    );
  });

  it('outside the system boundary is not counted, with the reason', () => {
    const hours = 'hardware: A100 SXM4 80GB, accelerator_hours: 10, system_boundary: [embodied]';
    expect(stateOf(made(`{ phase: training, ${hours} }`), 'dynamic')).toMatchObject({
      state: 'not-counted',
      reason: reasons.outsideBoundary,
    });
  });

  it('that is left out for a reason has that reason', () => {
    const hours = 'hardware: A100 SXM4 80GB, accelerator_hours: 10, not_counted: { dynamic: paid by another project }';
    expect(stateOf(made(`{ phase: training, ${site}, ${hours} }`), 'dynamic')).toMatchObject({
      state: 'not-counted',
      reason: 'paid by another project',
    });
  });
});
