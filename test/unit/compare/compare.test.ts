import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/compare.js';
import type { Comparison } from '../../../src/compare/comparison.js';
import { sideOfAssessment } from '../../../src/compare/side.js';
import { readSides } from '../../../src/verbs/shared/compared/read-sides.js';
import { sideOf } from './sides.js';

const grid = 'grid: { intensity: 100 g/kWh }';
const cell = (component: string, phase = 'training') => ({ phase, component });
const modelOf = ({ models }: Comparison, key: string) => models.find((model) => model.key === key);
const width = ({ low = Number.NaN, high = Number.NaN }: { low?: number | undefined; high?: number | undefined } = {}) => high - low;

describe('the common boundary', () => {
  const accelerators = `phases: [{ phase: training, energy: { value: 100 kWh, boundary: accelerator }, pue: 1.2, accelerators: 8, accelerator_hours: 400, ${grid}, system_boundary: [dynamic, overhead] }]`;
  const node = `phases: [{ phase: training, energy: { value: 100 kWh, boundary: node }, accelerators: 8, accelerator_hours: 400, ${grid}, system_boundary: [dynamic] }]`;

  it('has what all count, and nothing else is added up: 100 kWh × 100 g/kWh = 10 kg beside 12 kg', () => {
    const comparison = compare([sideOf('a', accelerators), sideOf('b', node)]);
    expect(comparison.common).toEqual([cell('dynamic')]);
    expect(modelOf(comparison, 'a')?.common?.emissions.value).toBeCloseTo(10, 9);
    expect(modelOf(comparison, 'a')?.counted?.emissions.value).toBeCloseTo(12, 9);
    expect(modelOf(comparison, 'a')?.common?.energy?.value).toBeCloseTo(100, 9);
  });

  it('names what a figure holds that others do not count', () => {
    const comparison = compare([sideOf('a', accelerators), sideOf('b', node)]);
    expect(modelOf(comparison, 'a')?.common?.holds).toEqual([]);
    expect(modelOf(comparison, 'b')?.common?.holds).toEqual([cell('host'), cell('idle')]);
  });

  it('leaves out a part that is inside a part that not all count', () => {
    // The host is inside idle machines on one side, and idle machines are not counted on the other.
    const baseline = `phases: [{ phase: training, accelerator_hours: 400, accelerators: 8, hardware: { accelerator: A100 SXM 80GB, power: 400 W }, idle: 2 kW, ${grid}, system_boundary: [dynamic, idle, host] }]`;
    const host = `phases: [{ phase: training, energy: { value: 100 kWh, boundary: accelerator }, accelerators: 8, accelerator_hours: 400, ${grid}, system_boundary: [dynamic, host] }]`;
    const comparison = compare([sideOf('a', baseline), sideOf('b', host)]);
    const row = comparison.matrix.find(({ component }) => component === 'host');
    expect(row?.states.map(({ state, in: holder }) => [state, holder])).toEqual([
      ['included', 'idle'],
      ['counted', undefined],
    ]);
    expect(comparison.common).toEqual([cell('dynamic')]);
  });

  it('does not compare a total that is published without its parts, nor a model without the phase', () => {
    const published = `phases: [{ phase: training, emissions: { value: 5 t, cite: paper } }]`;
    const use = `phases: [{ phase: deployment, energy: 10 kWh, requests: 100, ${grid} }]`;
    const comparison = compare([sideOf('a', node), sideOf('b', accelerators), sideOf('c', published), sideOf('d', use)]);
    expect(comparison.models.map(({ outside }) => outside?.kind)).toEqual([undefined, undefined, 'published-total', 'no-phase']);
    expect(modelOf(comparison, 'c')?.counted?.emissions.value).toBe(5000);
    expect(modelOf(comparison, 'c')?.common).toBeUndefined();
  });

  it('says so where nothing is common', () => {
    const embodied = `phases: [{ phase: training, hardware: 8 x A100 SXM 80GB, duration: 10 h, location: FR, year: 2022, system_boundary: [embodied] }]`;
    const comparison = compare([sideOf('a', node), sideOf('b', embodied)]);
    expect(comparison.common).toEqual([]);
    expect(comparison.models.map(({ outside }) => outside?.kind)).toEqual(['nothing-common', 'nothing-common']);
  });
});

describe('a difference', () => {
  it('of a model against itself is exactly 0, and has no interval', () => {
    const text = 'hardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nyear: 2022';
    const comparison = compare([sideOf('a', text), sideOf('b', text, 'a')]);
    expect(modelOf(comparison, 'b')?.common?.against).toMatchObject({
      difference: { value: 0, unit: 'kgCO2e' },
      ratio: { value: 1 },
      isApart: false,
    });
    expect(modelOf(comparison, 'b')?.common?.against?.difference).not.toHaveProperty('low');
    expect(modelOf(comparison, 'a')?.common?.emissions).toEqual(modelOf(comparison, 'b')?.common?.emissions);
  });

  it('is narrower than the difference of the intervals where inputs are shared', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 2000 }),
        fc.integer({ min: 20, max: 2000 }),
        fc.constantFrom('FR', 'US', 'DE', 'IN', 'aws us-west-2'),
        (hours, others, place) => {
          const text = (n: number): string => `hardware: 8 x A100 80GB\nduration: ${n} h\nlocation: ${place}\nyear: 2022`;
          const comparison = compare([sideOf('a', text(hours)), sideOf('b', text(others))], { samples: 2000 });
          const [a, b] = ['a', 'b'].map((key) => modelOf(comparison, key)?.common?.emissions);
          const difference = modelOf(comparison, 'b')?.common?.against?.difference;
          expect(difference?.value).toBeCloseTo((b?.value ?? 0) - (a?.value ?? 0), 9);
          expect(width(difference)).toBeLessThan(width(a) + width(b));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('does not cancel what two manifests declare at the same place of the file', () => {
    const text = (cite: string): string =>
      `phases: [{ phase: training, energy: { value: 100 kWh, low: 60 kWh, high: 160 kWh, boundary: node, cite: ${cite} }, ${grid}, system_boundary: [dynamic] }]`;
    const comparison = compare([sideOf('a', text('one')), sideOf('b', text('other'))]);
    const difference = modelOf(comparison, 'b')?.common?.against?.difference;
    expect(difference?.value).toBe(0);
    // Two independent unknowns: about √2 of the width of one.
    expect(width(difference) / width(modelOf(comparison, 'a')?.common?.emissions)).toBeGreaterThan(1.2);
  });
});

describe('published models', () => {
  it('BLOOM, GPT-3, Gopher, OPT: 25 t beside 502 t, and what each counts beside', async () => {
    const comparison = compare(await readSides(['bloom', 'gpt-3', 'gopher', 'opt-175b']));
    expect(comparison.common).toEqual([cell('dynamic')]);
    const tonnes = (kg = Number.NaN): number => Math.round(kg / 100) / 10;
    expect(comparison.models.map(({ common, counted }) => [tonnes(common?.emissions.value), tonnes(counted?.emissions.value)])).toEqual([
      [24.7, 50.5],
      [502.9, 553.1],
      [351.9, 380.1],
      [74.8, 74.8],
    ]);
    expect(modelOf(comparison, 'gpt-3')?.publication?.printed).toEqual(['training 552.1\u202ft CO₂e']);
    expect(modelOf(comparison, 'bloom')?.common?.per.operations).toBeUndefined();
    expect(comparison.notRanked).toEqual([['gpt-3', 'gopher']]);
  });

  it('has the interval of the report where all of it is common', async () => {
    const [side] = await readSides(['llama-65b']);
    if (side === undefined) throw new TypeError('no side');
    const comparison = compare([side, { ...side, key: 'again' }]);
    expect(comparison.models[0]?.common?.emissions).toEqual(side.assessment.totals.development?.emissions);
  });

  it('an assessment is a side too, with the figures of its lines', async () => {
    const [side] = await readSides(['gpt-3']);
    if (side === undefined) throw new TypeError('no side');
    const file = sideOfAssessment({ key: 'file', name: 'GPT-3', origin: 'assessment' }, 'gpt-3.json', side.assessment);
    const comparison = compare([side, file]);
    const [a, b] = comparison.models.map(({ common }) => common?.emissions);
    expect(b?.value).toBe(a?.value);
    expect(Math.abs((b?.low ?? 0) / (a?.low ?? 1) - 1)).toBeLessThan(0.05);
  });
});
