import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { grid, idsOf, lineOf, made, stateOf } from '../made.js';

const metered = (place: string, kwh = 1000): string =>
  `{ phase: training, ${place}, year: 2024, energy: { value: ${kwh} kWh, boundary: node } }`;

describe('overhead that is not counted for want of a PUE', () => {
  it('has the size that the region’s own PUE gives it: 0.12 × 1,000 kWh', () => {
    const a = made(metered('location: aws us-west-2'));
    expect(lineOf(a, 'training.overhead')).toBeUndefined();
    expect(stateOf(a, 'overhead')?.reason).toBe(reasons.noPueApplied('PUE of AWS us-west-2, 2024', '1.12', '120 kWh'));
    expect(idsOf(a)).not.toContain('default-pue');
  });

  it('has the size by the provider’s PUE where no region is known, and between two elsewhere', () => {
    const cloud = made(metered(`site: { cloud: gcp, ${grid} }`));
    expect(stateOf(cloud, 'overhead')?.reason).toBe(reasons.noPueApplied('PUE of all of Google Cloud, 2024', '1.09', '90.0 kWh'));
    expect(stateOf(made(metered('location: FR')), 'overhead')?.reason).toBe(reasons.noPueSized('1.1 to 1.56', '100 kWh to 560 kWh'));
  });

  it('has no size where there is no electricity', () => {
    expect(stateOf(made(metered('location: FR', 0)), 'overhead')?.reason).toBe(reasons.noPue);
  });
});

describe('the steps of looking up a PUE', () => {
  it('say that they are about the PUE', () => {
    const a = made('{ phase: training, location: aws eu-west-3, year: 2024, hardware: A100 SXM4 80GB, accelerator_hours: 10 }');
    const steps = a.diagnostics.filter(({ id, path }) => ['nearest-year', 'coarser-place'].includes(id) && path === 'phases[0]');
    expect(steps.length).toBeGreaterThan(0);
    for (const { message } of steps) expect(message).toMatch(/^PUE: /);
  });
});
