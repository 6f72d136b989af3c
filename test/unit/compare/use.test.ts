import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/compare.js';
import type { Comparison } from '../../../src/compare/comparison.js';
import { sideOfAssessment } from '../../../src/compare/side.js';
import { useTable } from '../../../src/comparison/use-table.js';
import { askedLoad } from '../../../src/verbs/shared/compared/asked-load.js';
import { readSides } from '../../../src/verbs/shared/compared/read-sides.js';
import { sideOf } from './sides.js';

const grid = 'grid: { intensity: 100 g/kWh }';
const model = (kWh: number, use: string): string =>
  `phases: [{ phase: training, energy: 10 MWh, ${grid}, system_boundary: [dynamic] }, { phase: deployment, energy: ${kWh} kWh, ${grid}, system_boundary: [dynamic], ${use} }]`;
const trainingOnly = `phases: [{ phase: training, energy: 10 MWh, ${grid}, system_boundary: [dynamic] }]`;
const daysOf = ({ models }: Comparison, key: string) => models.find((one) => one.key === key)?.use?.against?.days;
const column = (comparison: Comparison, head: string): readonly string[] => {
  const { rows = [] } = useTable(comparison) ?? {};
  const at = rows[0]?.indexOf(head) ?? -1;
  return rows.slice(1).map((row) => row[at] ?? '');
};

describe('use against development in a comparison', () => {
  it('is at the own load of each, else at the one that was asked for: 10,000 kWh ÷ (10 kWh × 10 a day) = 100 days', () => {
    const sides = [sideOf('a', model(10, 'requests: 1, duration: 1 day')), sideOf('b', model(1000, 'requests: 10, duration: 10 days'))];
    expect(daysOf(compare(sides), 'a')?.value).toBeCloseTo(1000, 6);
    expect(daysOf(compare(sides), 'b')?.value).toBeCloseTo(100, 6);
    const asked = compare(sides, { load: askedLoad('10 requests per day') });
    expect(daysOf(asked, 'a')?.value).toBeCloseTo(100, 6);
    expect(daysOf(asked, 'b')?.value).toBeCloseTo(10, 6);
    expect(asked.useNotRanked).toEqual([]);
  });

  it('says what is not counted, not stated, and never', () => {
    const sides = [
      sideOf('a', model(10, 'requests: 1')),
      sideOf('b', trainingOnly),
      sideOf('c', model(10, 'tokens: 5')),
      sideOf('d', model(0.001, 'requests: 1')),
    ];
    const at = (load: string) => column(compare(sides, { load: askedLoad(load) }), 'As much after');
    expect(at('10 requests per day')).toEqual(['100 days', 'not counted', 'requests not stated', 'more than 100 years']);
    expect(at('0 requests per day')).toEqual(['never: the load is 0', 'not counted', 'requests not stated', 'never: the load is 0']);
    expect(JSON.stringify(compare(sides, { load: askedLoad('10 requests per day') }))).not.toMatch(/null|Infinity|NaN/);
  });

  it('has a range where its low end is within 100 years', () => {
    const use = '{ value: 10 kWh, low: 1 kWh, high: 10000 kWh }';
    const wide = sideOf('a', model(10, 'requests: 1').replace('energy: 10 kWh', `energy: ${use}`));
    const comparison = compare([wide, sideOf('b', trainingOnly)], { load: askedLoad('9 requests per year') });
    expect(daysOf(comparison, 'a')?.value).toBeGreaterThan(36_500);
    expect(column(comparison, 'As much after')[0]).toBe('more than 100 years');
    expect(column(comparison, '90\u202f% interval')[0]).toMatch(/^[\d.]+ (?:days|years) to more than 100 years$/);
  });

  it('does not rank what overlaps, nor what counts different parts', async () => {
    const alike = [sideOf('a', model(10, 'requests: 1')), sideOf('b', model(10.1, 'requests: 1'))];
    expect(compare(alike, { load: askedLoad('10 requests a day') }).useNotRanked).toEqual([['a', 'b']]);
    const bloom = await readSides(['bloom', 'gpt-3']);
    const other = sideOf('host', model(10, 'requests: 1').replaceAll('[dynamic]', '[dynamic, overhead], pue: 1.2'));
    const comparison = compare([...bloom, other], { load: askedLoad('1e9 requests per year') });
    expect(useTable(comparison)?.notes.join(' ')).toContain('Not ranked, since different parts are compared: BLOOM and host.');
    expect(useTable(comparison)?.notes[0]).toMatch(
      /^\* Development and use of BLOOM have different boundaries\. Not compared: making the hardware/,
    );
    expect(column(comparison, 'As much after')[1]).toBe('not counted');
  });

  it('is the same from an assessment as from its manifest', () => {
    const one = sideOf('a', model(10, 'requests: 1, duration: 1 day'));
    const file = sideOfAssessment({ key: 'b', name: 'b', origin: 'assessment' }, 'b', JSON.parse(JSON.stringify(one.assessment)));
    for (const load of [undefined, askedLoad('7 requests per hour')]) {
      const comparison = compare([one, file], { load });
      expect(daysOf(comparison, 'b')).toEqual(daysOf(comparison, 'a'));
    }
    // A file of an older version has the break-even in requests.
    const { useAgainstDevelopment: _, ...older } = one.assessment;
    const old = sideOfAssessment({ key: 'c', name: 'c', origin: 'assessment' }, 'c', older);
    const comparison = compare([one, old], { load: askedLoad('7 requests per hour') });
    expect(daysOf(comparison, 'c')?.value).toBeCloseTo(daysOf(comparison, 'a')?.value ?? Number.NaN, 9);
  });

  it('at twice the load it takes half the time, with half the range', () => {
    const sides = [sideOf('a', model(10, 'requests: 1')), sideOf('b', trainingOnly)];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (n) => {
        const [once, twice] = [n, 2 * n].map((load) => daysOf(compare(sides, { load: askedLoad(`${load} requests per day`) }), 'a'));
        expect(twice?.value).toBeCloseTo((once?.value ?? Number.NaN) / 2, 9);
        expect(twice?.high).toBeCloseTo((once?.high ?? Number.NaN) / 2, 9);
      }),
      { numRuns: 10 },
    );
  });
});

describe('a load as it is typed', () => {
  it.each([
    ['1e9 requests per year', { requests: { value: 1e9, unit: 'requests/year' } }],
    ['3 million requests/day', { requests: { value: 1.095e9, unit: 'requests/year' } }],
    ['30B output tokens a day', { tokens: { value: 1.095e13, unit: 'tokens/year' }, which: 'output' }],
    ['2 trillion tokens per year', { tokens: { value: 2e12, unit: 'tokens/year' }, which: undefined }],
  ])('%s', (text, load) => {
    expect(askedLoad(text)).toEqual(load);
  });

  it.each([
    '1e9 per year',
    '1e9 requests',
    'many requests per day',
    '-5 requests per day',
    '5 requests per month',
    '',
  ])('not %j', (text) => {
    expect(() => askedLoad(text)).toThrow('Unknown load');
  });
});
