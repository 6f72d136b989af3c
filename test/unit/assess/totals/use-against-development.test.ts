import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess/assess.js';
import type { Assessment, UseAgainstDevelopment } from '../../../../src/assessment/assessment.js';
import { overTime } from '../../../../src/charts/use/over-time.js';
import { InputError } from '../../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';
import { againstSentence } from '../../../../src/sections/words/against.js';

const france = 'grid: { intensity: { value: 57 gCO2e/kWh, low: 40, high: 80 } }';
const iowa = 'grid: { intensity: 394 gCO2e/kWh }';
const made = (top: string, ...phases: readonly string[]): Assessment =>
  assess(parseManifest(`model: { name: M, released: 2024-02-20 }\n${top}\nphases: [${phases.join(', ')}]`));
const trained = (kWh: number, grid = france): string => `{ phase: training, energy: ${kWh} kWh, ${grid}, system_boundary: [dynamic] }`;
const served = (kWh: number, more: string, grid = france): string =>
  `{ phase: deployment, energy: ${kWh} kWh, ${grid}, system_boundary: [dynamic], ${more} }`;
const of = (assessment: Assessment): UseAgainstDevelopment => {
  const { useAgainstDevelopment } = assessment;
  if (useAgainstDevelopment === undefined) throw new Error('not compared');
  return useAgainstDevelopment;
};
const ids = ({ diagnostics }: Assessment): readonly string[] => diagnostics.map(({ id }) => id).filter((id) => id.startsWith('use-'));

/** The messages of the errors that making something gives. */
function diagnosticsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('the day on which use outgrows development', () => {
  it('of BLOOM: 24,692 kg ÷ (360 kg ÷ 18 days) = 1,234 days, or 15.8 million requests', () => {
    const against = of(
      made(
        '',
        trained(433_196),
        `{ phase: deployment, energy: { value: 914 kWh, boundary: components }, ${iowa}, requests: 230768, duration: 18 days, system_boundary: [dynamic] }`,
      ),
    );
    expect(against.days?.value).toBeCloseTo(1234.21, 2);
    expect(against.requests?.value).toBeCloseTo(15.8231e6, -3);
    expect(against.load).toEqual({ from: 'period', requests: { value: (230_768 * 365) / 18, unit: 'requests/year' } });
    expect(against.components).toEqual(['dynamic']);
  });

  it('of a load in tokens: 5,700 kg ÷ (57 kg ÷ 1e9 tokens × 2e9 a day) = 50 days', () => {
    const top = 'use: { tokens: { value: 2e9 per day, key: output } }';
    const against = of(made(top, trained(100_000), served(1000, 'tokens: { value: 1e9, key: output }')));
    expect(against.days?.value).toBeCloseTo(50, 9);
    expect(against.tokens?.value).toBeCloseTo(1e11, 0);
    expect(against.load).toMatchObject({
      from: 'use',
      tokens: { value: 7.3e11, unit: 'tokens/year' },
      which: 'output',
      source: 'manifest',
    });
    expect(against).not.toHaveProperty('requests');
  });

  it('has a date where the manifest has the day of release: 20 February 2024 and 50 days', () => {
    const against = of(made('use: { requests: 730 per year }', trained(100_000), served(1000, 'requests: 1')));
    expect(against.days?.value).toBeCloseTo(50, 9);
    expect(against.date?.day).toBe('2024-04-10');
    const other = assess(parseManifest(`model: M\nphases: [${trained(100)}, ${served(10, 'requests: 1, duration: 1 day')}]`));
    expect(of(other)).not.toHaveProperty('date');
  });

  it.each([
    ['no use', '0 per year', 1000, 'no-load'],
    ['more than 100 years', '1 per year', 0.001, 'beyond-100-years'],
  ])('is said in words: %s', (_, load, kWh, never) => {
    const against = of(made(`use: { requests: ${load} }`, trained(100_000), served(kWh, 'requests: 1')));
    expect(against.never).toBe(never);
    expect(against).not.toHaveProperty('days');
    expect(JSON.stringify(against)).not.toContain('null');
  });

  it('has its low end where the value is more than 100 years: 200,000 requests at 1,000 a year, and at 1,000,000', () => {
    const load = '{ value: 1000 per year, low: 100 per year, high: 1e6 per year }';
    const assessment = made(`use: { requests: ${load} }`, trained(200_000), served(1, 'requests: 1'));
    const against = of(assessment);
    expect(against.days?.value).toBeCloseTo(73_000, 6);
    expect(against.days?.low).toBeGreaterThan(60);
    expect(against.days?.low).toBeLessThan(90);
    expect(against).not.toHaveProperty('never');
    expect(against).not.toHaveProperty('date');
    expect(againstSentence(assessment)).toMatch(
      /development after more than 100 years \(90\u202f% interval \d\d\.\d days to more than 100 years\)/,
    );
    expect(overTime(assessment)?.title).toMatch(/after more than 100 years$/);
  });

  it('takes a share of a phase for what it is: requests and emissions have it alike', () => {
    const use = 'use: { requests: 1 million per day }';
    const [whole, quarter] = ['', 'share: 25 %, '].map((share) =>
      of(made(use, trained(100_000), served(1000, `${share}requests: 4 million`))),
    );
    expect(quarter?.days?.value).toBeCloseTo(whole?.days?.value ?? Number.NaN, 9);
    expect(quarter?.requests?.value).toBeCloseTo(whole?.requests?.value ?? Number.NaN, 3);
  });
});

describe('the laws of the day', () => {
  const kWh = fc.integer({ min: 1, max: 1e6 });
  const load = fc.integer({ min: 1000, max: 1e9 });

  it('day × use of a day is development, to 1e-12', () => {
    fc.assert(
      fc.property(kWh, kWh, load, (a, b, n) => {
        const { development, perDay, days } = of(made(`use: { requests: ${n} per day }`, trained(a), served(b, 'requests: 1000')));
        fc.pre(days !== undefined && perDay !== undefined);
        expect(Math.abs(((days?.value ?? 0) * (perDay?.value ?? 0)) / development.value - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('its range is inside the quotient of the ends, and narrower where both sides have one grid', () => {
    fc.assert(
      fc.property(kWh, kWh, (a, b) => {
        const top = 'use: { requests: 1e6 per day }';
        const { development, perDay, days } = of(made(top, trained(a), served(b, 'requests: 1000')));
        fc.pre(days !== undefined);
        const { low = Number.NaN, high = Number.NaN } = days ?? {};
        const ends = { low: (development.low ?? 0) / (perDay?.high ?? 0), high: (development.high ?? 0) / (perDay?.low ?? 0) };
        expect(low).toBeGreaterThanOrEqual(ends.low);
        expect(high).toBeLessThanOrEqual(ends.high);
        // Grids of two places are two unknowns.
        const apart = of(
          made(top, trained(a), served(b, 'requests: 1000', france.replace('high: 80', 'high: 80, cite: another place'))),
        ).days;
        expect(high - low).toBeLessThan((apart?.high ?? 0) - (apart?.low ?? 0));
        expect(apart?.value).toBeCloseTo(days?.value ?? Number.NaN, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('more load is fewer days, in proportion; a range of the load widens that of the days', () => {
    fc.assert(
      fc.property(load, fc.integer({ min: 2, max: 50 }), (n, times) => {
        const at = (value: string) => of(made(`use: { requests: ${value} }`, trained(50_000), served(1000, 'requests: 1000'))).days;
        const [less, more] = [at(`${n} per day`), at(`${n * times} per day`)];
        fc.pre(less !== undefined && more !== undefined);
        expect((less?.value ?? 0) / (more?.value ?? 1)).toBeCloseTo(times, 9);
        const unsure = at(`{ value: ${n} per day, low: ${n / 2}, high: ${n * 2} }`);
        expect((unsure?.high ?? 0) - (unsure?.low ?? 0)).toBeGreaterThan((less?.high ?? 0) - (less?.low ?? 0));
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is said of a load', () => {
  const use = 'use: { requests: 1e9 per year }';
  it.each([
    ['without a deployment', use, [trained(100)], 'use-without-deployment'],
    ['without development', use, [served(10, 'requests: 5')], 'use-without-development'],
    ['without requests of the deployment', use, [trained(100), served(10, 'tokens: 5')], 'use-without-count'],
    [
      'of other tokens',
      'use: { tokens: { value: 1e9 per year, key: input } }',
      [trained(100), served(10, 'tokens: { value: 5, key: output }')],
      'use-other-tokens',
    ],
    [
      'with nothing in common',
      use,
      [trained(100), `{ phase: deployment, embodied: 5 kg, requests: 5, system_boundary: [embodied] }`],
      'use-nothing-common',
    ],
    [
      'with different boundaries',
      use,
      [trained(100).replace('[dynamic]', '[dynamic, embodied], embodied: 2 kg'), served(10, 'requests: 5')],
      'use-boundary',
    ],
  ])('%s', (_, top, phases, id) => {
    const assessment = made(top, ...phases);
    expect(ids(assessment)).toEqual([id]);
    expect(assessment.diagnostics.find((one) => one.id === id)).toMatchObject({ severity: 'warning', line: 2 });
  });

  it('nothing where the boundaries are alike, or no load is given', () => {
    expect(ids(made(use, trained(100), served(10, 'requests: 5')))).toEqual([]);
    expect(ids(made('', trained(100).replace('[dynamic]', '[dynamic, embodied], embodied: 2 kg'), served(10, 'requests: 5')))).toEqual([]);
  });

  it('names what the comparison leaves out', () => {
    const assessment = made(use, trained(100).replace('[dynamic]', '[dynamic, embodied], embodied: 2 kg'), served(10, 'requests: 5'));
    expect(of(assessment)).toMatchObject({ components: ['dynamic'], onlyDevelopment: ['embodied'], onlyUse: [] });
    expect(assessment.diagnostics.find(({ id }) => id === 'use-boundary')?.message).toBe(
      'Development and use have different boundaries. They are compared by computing alone, without making the hardware of development.',
    );
  });

  it.each([
    ['use: { requests: 1e9 per year, tokens: 1e9 per year }', '`use` gives both requests and tokens.'],
    ['use: {}', '`use` gives no load.'],
    ['use: { requests: -5 per day }', 'Invalid value -5 per day: negative.'],
    ['use: { requests: 1e9 }', 'Missing unit: 1000000000.'],
    ['use: { requests: 1e9 tokens/year }', 'Wrong quantity: tokens by time in place of requests by time.'],
    ['use: { requests: 1e9 per month }', 'Ambiguous time "1e9 per month": a month has no fixed length.'],
  ])('%s is one error', (top, message) => {
    const faults = diagnosticsOf(() => made(top, trained(100), served(10, 'requests: 5')));
    expect(faults).toEqual([message]);
  });
});
