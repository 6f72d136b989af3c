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
      intervals: 'overlapping',
      isLikeForLike: true,
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
          // Most of the spread is that of the grid, which both have from the tables.
          const text = (n: number): string =>
            `phases: [{ phase: training, energy: { value: ${n} kWh, boundary: node }, location: ${place}, year: 2022, system_boundary: [dynamic] }]`;
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

  it('does not cancel what two manifests declare alike, nor a default that both take', () => {
    const declared = (place: string): string =>
      `phases: [{ phase: training, hardware: { accelerator: A100 SXM 80GB, power: { value: 300 W, low: 150 W, high: 400 W } }, accelerator_hours: 1000, location: ${place}, year: 2022, pue: { value: 1.3, low: 1.05, high: 1.6 }, system_boundary: [dynamic, overhead] }]`;
    const taken = (place: string): string => `hardware: 8 x A100 80GB\nduration: 72 h\nlocation: ${place}\nyear: 2022`;
    for (const text of [declared, taken]) {
      const comparison = compare([sideOf('a', text('FR')), sideOf('b', text('PL'))]);
      const [a, b] = ['a', 'b'].map((key) => modelOf(comparison, key)?.common?.emissions);
      const ratio = modelOf(comparison, 'b')?.common?.against?.ratio;
      const spread = ({ low = 1, high = 1 }: { low?: number | undefined; high?: number | undefined } = {}) => Math.log(high / low);
      // Independent unknowns: the spreads of a ratio add up in squares, and less what the grids share.
      expect(spread(ratio)).toBeGreaterThan(0.8 * Math.hypot(spread(a), spread(b)));
    }
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

describe('per unit', () => {
  const text = (flops: string): string =>
    `phases: [{ phase: training, energy: { value: 100 kWh, boundary: node }, accelerators: 8, accelerator_hours: 400, tokens: 2e9, flops: ${flops}, ${grid}, system_boundary: [dynamic] }]`;
  const perOf = (flops: string) => compare([sideOf('a', text(flops)), sideOf('b', text(flops))]).models[0]?.common?.per;

  it('10 kg ÷ 400 h = 25 g; of 2 × 10⁹ tokens 5 kg per 10⁹; of 4 × 10²¹ FLOP 2.5 kg per 10²¹', () => {
    const per = perOf('4e21 FLOP');
    expect(per?.['accelerator-hours']?.value).toBeCloseTo(0.025, 12);
    expect(per?.tokens?.value).toBeCloseTo(5, 12);
    expect(per?.operations?.value).toBeCloseTo(2.5, 12);
    expect(per).not.toHaveProperty('parameters');
    expect(per?.operations?.high).toBeGreaterThan(2.5);
  });

  it('has no interval where the amount has a range of its own', () => {
    const per = perOf('{ value: 4e21 FLOP, low: 2e21 FLOP, high: 6e21 FLOP }');
    expect(per?.operations?.value).toBeCloseTo(2.5, 12);
    expect(per?.operations).not.toHaveProperty('high');
  });
});

describe('an assessment', () => {
  const text = 'hardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nyear: 2022';
  const names = { key: 'file', name: 'file', origin: 'assessment' } as const;

  it('without an interval has none in a sum, a ratio or a difference', () => {
    const side = sideOf('a', text);
    const lines = side.assessment.lines.map((line) => ({ ...line, emissions: { value: line.emissions.value, unit: line.emissions.unit } }));
    const file = sideOfAssessment(names, 'file.json', { ...side.assessment, lines, totals: {} });
    const compared = modelOf(compare([side, file]), 'file')?.common;
    expect(compared?.emissions).not.toHaveProperty('low');
    expect(compared?.against).toMatchObject({ intervals: 'unknown' });
    expect(compared?.against?.ratio).not.toHaveProperty('low');
    expect(compared?.against?.difference).not.toHaveProperty('low');
  });

  it('of an older version, without states, is compared by its lines', () => {
    const side = sideOf('a', text);
    const file = sideOfAssessment(names, 'file.json', { ...side.assessment, states: [] });
    const comparison = compare([side, file]);
    expect(comparison.models.map(({ outside }) => outside)).toEqual([undefined, undefined]);
    expect(modelOf(comparison, 'file')?.common?.emissions).toEqual(modelOf(comparison, 'a')?.common?.emissions);
  });

  it('has a part of it with all its lines high or low together', () => {
    const side = sideOf('a', text);
    const file = sideOfAssessment(names, 'file.json', side.assessment);
    const some = sideOf('b', `${text}\nsystem_boundary: [dynamic, overhead]`);
    const [a, , c] = compare([side, some, file]).models.map(({ common }) => common?.emissions);
    expect(c?.value).toBeCloseTo(a?.value ?? 0, 9);
    expect(width(c)).toBeGreaterThanOrEqual(width(a) * 0.99);
  });
});

describe('names and keys', () => {
  it('are of one model each', async () => {
    const library = await readSides(['bloom', 'bloom', 'bloom']);
    expect(library.map(({ key }) => key)).toEqual(['bloom', 'bloom-2', 'bloom-3']);
    expect(library.map(({ name }) => name)).toEqual(['BLOOM (bloom)', 'BLOOM (bloom) 2', 'BLOOM (bloom) 3']);
    const differences = compare(library).models.map(({ common }) => common?.against?.difference.value);
    expect(differences).toEqual([undefined, 0, 0]);
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
