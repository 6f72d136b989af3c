import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess/assess.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';
import type { Quantity } from '../../../../src/units/quantity.js';
import { grid, made } from '../../made.js';

/** A phase of some energy at the nodes, with all components. */
const phase = (kind: string, name: string, kwh: number, more = ''): string =>
  `{ phase: ${kind}, name: ${name}, hardware: 8 x A100 80GB, duration: 3 days, site: { pue: 1.2, ${grid} }, energy: { value: ${kwh} kWh, boundary: accelerator }${more} }`;
const experiment = (name: string, kwh: number): string =>
  `{ phase: experiments, name: ${name}, site: { facility: none, ${grid} }, energy: { value: ${kwh} kWh, boundary: node } }`;

const isInside = ({ low = -Infinity, value, high = Infinity }: Quantity): boolean => low <= value && value <= high;

describe('the total of a phase', () => {
  it('has the interval of the whole where the phase is alone', () => {
    const { development, deployment } = made(phase('training', 'a', 300), phase('deployment', 'b', 20)).totals;
    for (const total of [development, deployment]) {
      expect(total?.emissions.low).toBeLessThan(total?.emissions.value ?? 0);
      expect(total?.phases).toHaveLength(1);
      expect(total?.phases?.[0]).toMatchObject({ emissions: total?.emissions, energy: total?.energy });
      expect(total?.phases?.[0]?.smaller).toBeUndefined();
    }
  });

  it('has an interval narrower than those of its lines, added', () => {
    const { lines, totals } = made(phase('training', 'a', 300), phase('training', 'b', 100));
    const own = totals.development?.phases?.find(({ name }) => name === 'a');
    const added = (end: 'low' | 'high'): number =>
      lines.filter(({ name }) => name === 'a').reduce((sum, { emissions }) => sum + (emissions[end] ?? Number.NaN), 0);
    expect(own?.emissions.low).toBeGreaterThan(added('low'));
    expect(own?.emissions.high).toBeLessThan(added('high'));
  });

  it('has no interval without samples', () => {
    const text = `model: M\nphases:\n  - ${phase('training', 'a', 300)}\n  - ${phase('training', 'b', 100)}`;
    const without = assess(parseManifest(text), { samples: 0 }).totals.development?.phases;
    expect(without?.map(({ emissions }) => emissions.low)).toEqual([undefined, undefined]);
    expect(without?.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('is the largest first, with the sum of those after it: 3 of 40, 30 and 20 kWh has 50 kWh behind it', () => {
    const found = made(experiment('c', 20), experiment('a', 40), experiment('b', 30)).totals.development?.phases ?? [];
    expect(found.map(({ name, smaller }) => [name, smaller?.value])).toEqual([
      ['a', 5],
      ['b', 2],
      ['c', undefined],
    ]);
    // The second's rest is the third alone.
    expect(found[1]?.smaller).toEqual(found[2]?.emissions);
  });

  it('of more than 20 phases counts those beyond as well', () => {
    const sizes = [7, 30, 12, 25, 1, 18, 3, 28, 21, 9, 15, 2, 27, 11, 24, 5, 19, 29, 8, 14, 26, 4, 22, 10, 17, 6, 23, 13, 20, 16];
    const { phases = [], emissions } = made(...sizes.map((kwh) => experiment(`n${kwh}`, kwh))).totals.development ?? {};
    expect(phases.map(({ name }) => name)).toEqual([...sizes].sort((a, b) => b - a).map((kwh) => `n${kwh}`));
    expect(phases.filter(({ smaller }) => smaller !== undefined)).toHaveLength(20);
    expect(phases[19]?.smaller?.value).toBeCloseTo(5.5, 9);
    expect(phases[0]?.smaller?.value).toBeCloseTo((emissions?.value ?? 0) - 3, 9);
    for (const { smaller } of phases.slice(0, 20)) expect(smaller?.low).toBeLessThan(smaller?.value ?? 0);
  });

  it('holds its value, adds up to the total, and is the same for the same input', () => {
    const size = fc.double({ min: 0.01, max: 230, noNaN: true });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), fc.boolean(), (sizes, isUse) => {
        const text = sizes.map((kwh, n) => phase(isUse ? 'deployment' : 'experiments', `n${n}`, kwh, isUse ? ', requests: 1000' : ''));
        const { development, deployment } = made(...text).totals;
        const total = development ?? deployment;
        const figures = (total?.phases ?? []).flatMap(({ emissions, energy, smaller }) => [emissions, energy, smaller]);
        const perRequest = (deployment?.perPhase ?? []).flatMap(({ emissions, energy }) => [emissions, energy]);
        for (const one of [...figures, ...perRequest]) expect(one === undefined || isInside(one)).toBe(true);
        expect(total?.phases?.reduce((sum, { emissions }) => sum + emissions.value, 0)).toBeCloseTo(total?.emissions.value ?? 0, 4);
        expect(made(...text).totals).toEqual({ development, deployment });
      }),
      { numRuns: 15 },
    );
  });
});

describe('per request of each deployment', () => {
  it('has the interval of the deployment, divided by its requests', () => {
    const { deployment } = made(
      phase('deployment', 'chat', 40, ', requests: 1000'),
      phase('deployment', 'batch', 10, ', requests: 100'),
    ).totals;
    const [chat, batch] = deployment?.perPhase ?? [];
    const own = deployment?.phases?.[0]?.emissions;
    expect(chat?.emissions.low).toBeCloseTo((own?.low ?? Number.NaN) / 1000, 12);
    expect(chat?.emissions.high).toBeCloseTo((own?.high ?? Number.NaN) / 1000, 12);
    expect(batch?.energy?.low).toBeLessThan(batch?.energy?.value ?? 0);
    expect(batch?.energy?.high).toBeGreaterThan(batch?.energy?.value ?? Infinity);
  });
});
