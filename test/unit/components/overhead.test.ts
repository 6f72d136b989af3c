import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { grid, idsOf, lineOf, made, stateOf } from '../made.js';

const metered = (place: string, kwh = 1000): string =>
  `{ phase: training, ${place}, year: 2024, energy: { value: ${kwh} kWh, boundary: node } }`;
const kwhOf = (phase: string, component: string): number | undefined => lineOf(made(phase), `training.${component}`)?.energy?.value;

describe('overhead', () => {
  it.each([
    ['the region’s own PUE: 0.09 × 1,000 kWh', 'location: gcp us-central1', 90],
    ['the provider’s where no region is known: 0.09 × 1,000 kWh', `site: { cloud: gcp, ${grid} }`, 90],
    ['the default of data centres elsewhere: 0.2 × 1,000 kWh', 'location: FR', 200],
    ['the survey’s average in an enterprise: 0.54 × 1,000 kWh', 'location: FR, facility: enterprise', 540],
    ['that of the manifest: 0.3 × 1,000 kWh', 'location: aws us-west-2, pue: 1.3', 300],
  ])('is by %s', (_, place, kwh) => {
    expect(kwhOf(metered(place), 'overhead')).toBeCloseTo(kwh, 9);
  });

  it.each([
    ['dynamic, overhead', 100 * 0.2],
    ['dynamic, host, overhead', 140 * 0.2],
    ['host, overhead', 40 * 0.2],
    ['dynamic, host, idle, overhead', 140 * 0.2],
  ])('is (PUE − 1) × what is counted, with [%s]', (boundary, kwh) => {
    const work = `site: { ${grid} }, pue: 1.2, energy: { value: 100 kWh, boundary: accelerator }`;
    expect(kwhOf(`{ phase: training, ${work}, system_boundary: [${boundary}] }`, 'overhead')).toBeCloseTo(kwh, 9);
  });

  it('alone has nothing to cool', () => {
    const work = `site: { ${grid} }, pue: 1.2, energy: { value: 100 kWh, boundary: accelerator }`;
    const a = made(`{ phase: training, ${work}, embodied: 1 kg, system_boundary: [embodied, overhead] }`);
    expect(stateOf(a, 'overhead')).toMatchObject({ state: 'not-counted', reason: reasons.noElectricity });
  });

  it('cools machines held idle: 0.2 × (100 + 6) kWh', () => {
    const held = 'accelerator_hours: 100, reserved_hours: 200, idle_power: 60 W';
    const phase = `{ phase: training, site: { ${grid} }, pue: 1.2, energy: { value: 100 kWh, boundary: node }, ${held} }`;
    expect(kwhOf(phase, 'overhead')).toBeCloseTo(0.2 * 106, 9);
  });

  it.each([
    ['machines held without working', 'idle: { value: 10 kWh, of: reserved }'],
    ['a baseline', 'idle: 10 kWh'],
    ['the rest of the nodes', 'host: 10 kWh'],
  ])('cools %s also where the energy of the work is not on record: 0.2 × 10 kWh', (_, record) => {
    const phase = `{ phase: training, site: { ${grid} }, ${record}, system_boundary: [host, idle, overhead] }`;
    expect(kwhOf(phase, 'overhead')).toBeCloseTo(2, 9);
  });

  it('is not applicable where no facility is around the machines', () => {
    const a = made(metered('location: FR, facility: none'));
    expect(stateOf(a, 'overhead')).toMatchObject({ state: 'not-applicable', reason: reasons.noFacility });
  });

  it('of a metered energy is no better than its PUE', () => {
    const basisOf = (pue: string) =>
      lineOf(
        made(`{ phase: training, site: { ${grid} }, ${pue}energy: { value: 1 kWh, boundary: node, basis: measured } }`),
        'training.overhead',
      )?.basis;
    expect(basisOf('pue: { value: 1.2, basis: measured }, ')).toBe('measured');
    expect(basisOf('pue: 1.2, ')).toBe('declared');
    expect(basisOf('')).toBe('assumed');
  });
});

describe('the steps of looking up a PUE', () => {
  it('say that they are about the PUE', () => {
    const a = made('{ phase: training, location: aws eu-west-3, year: 2024, hardware: A100 SXM4 80GB, accelerator_hours: 10 }');
    const steps = a.diagnostics.filter(({ id, path }) => ['nearest-year', 'coarser-place'].includes(id) && path === 'phases[0]');
    expect(steps.length).toBeGreaterThan(0);
    for (const { message } of steps) expect(message).toMatch(/^PUE: /);
    expect(idsOf(a)).toContain('default-pue');
  });
});
