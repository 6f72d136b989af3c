import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { idsOf, lineOf, made } from '../made.js';

const totalOf = (a: Assessment) => {
  const total = a.totals.development ?? a.totals.deployment;
  if (total === undefined) throw new Error('nothing is counted');
  return total;
};
/** As in the table of default ranges, where a better basis never has the larger high ÷ low. */
const widthOf = ({ low = Number.NaN, high = Number.NaN }: { readonly low?: number | undefined; readonly high?: number | undefined }) =>
  high / low;

/** 10,000 samples give high ÷ low of a total within 2 %; where the grid is most of it, a meter hardly narrows it. */
const noise = 1.02;

describe('the total of a run, whatever its evidence', () => {
  const device = fc.constantFrom(
    'A100 SXM4 80GB',
    'H100 SXM',
    'V100 SXM2 32GB',
    'A100 PCIe 40GB',
    'T4',
    'TPU v3',
    'TPU v5p',
    'GH200',
    'GB200',
    'H100 NVL',
    'MI250X',
    'RTX 4090',
    'RTX A6000',
    'Apple M3 Max',
    'p4d.24xlarge',
    '{ accelerator: AMD EPYC 7763, rating: 280 W }',
    '{ accelerator: AMD EPYC 7763, rating: 280 W, memory: 512 GB }',
    '{ accelerator: H100 SXM, rating: 10.2 kW, per_node: 8 }',
  );
  const place = fc.constantFrom('FR', 'US', 'CA', 'PL', 'CH', 'world', 'aws us-west-2', 'gcp us-central1', 'gcp europe-west9');
  const kind = fc.constantFrom('data', 'experiments', 'training', 'finetuning', 'evaluation', 'deployment');
  const hours = fc.integer({ min: 1, max: 2_000_000 });

  it('is the same with a metered energy of the same size at the same boundary, and never less sure', () => {
    fc.assert(
      fc.property(kind, device, hours, place, fc.integer({ min: 2019, max: 2025 }), (phase, hardware, busy, location, year) => {
        const run = (rest: string): Assessment =>
          made(`{ phase: ${phase}, hardware: ${hardware}, accelerator_hours: ${busy}, year: ${year}, location: "${location}"${rest} }`);
        const assumed = run('');
        const { energy, boundary } = lineOf(assumed, `${phase}.dynamic`) ?? {};
        const metered = run(`, energy: { value: ${energy?.value} kWh, boundary: ${boundary}, basis: measured }`);
        const [before, after] = [totalOf(assumed).emissions, totalOf(metered).emissions];
        expect(after.value / before.value).toBeCloseTo(1, 9);
        const ofWork = lineOf(metered, `${phase}.dynamic`)?.energy;
        expect(widthOf(ofWork ?? {})).toBeLessThanOrEqual(widthOf(energy ?? {}) * (1 + 1e-9));
        expect(widthOf(after)).toBeLessThanOrEqual(widthOf(before) * noise);
        expect(metered.states.map(({ component, state }) => [component, state])).toEqual(
          assumed.states.map(({ component, state }) => [component, state]),
        );
      }),
      { numRuns: 80, seed: 1 },
    );
  }, 60_000);

  it('of 8 A100 for 10 days in France is some 80 kg, with and without a power at the accelerators', () => {
    const run = (hardware: string): Assessment =>
      made(`{ phase: training, hardware: ${hardware}, accelerators: 8, duration: 10 days, location: FR, year: 2023 }`);
    const [assumed, measured] = [run('A100 SXM4 80GB'), run('{ accelerator: A100 SXM4 80GB, power: 330 W }')].map(
      (a) => totalOf(a).emissions,
    );
    for (const total of [assumed, measured]) {
      expect(total?.value).toBeGreaterThan(60);
      expect(total?.value).toBeLessThan(100);
    }
    expect(Math.max(assumed?.low ?? Number.NaN, measured?.low ?? Number.NaN)).toBeLessThan(
      Math.min(assumed?.high ?? Number.NaN, measured?.high ?? Number.NaN),
    );
  });
});

describe('what others counted', () => {
  it('Google’s median prompt: 0.14 + 0.06 + 0.02 + 0.02 = 0.24 Wh, and 0.24 Wh × 94 g/kWh = 0.02256 g market-based', () => {
    const a = made(
      `
    phase: deployment
    site: { cloud: gcp, grid: { intensity: 94 g/kWh, market: { value: 94 g/kWh, cite: Google } } }
    energy: { value: 0.14 Wh, boundary: accelerator, basis: measured }
    host: 0.06 Wh
    idle: { value: 0.02 Wh, of: reserved }
    overhead: 0.02 Wh
    embodied: 0.010 g
    requests: 1
    year: 2025`.trim(),
    );
    const { energy, emissionsMarket, perRequest } = a.totals.deployment ?? {};
    expect(energy?.value).toBeCloseTo(0.24e-3, 12);
    const ofElectricity = a.lines.filter(({ component }) => component !== 'embodied').map((line) => line.emissionsMarket?.value ?? 0);
    expect(ofElectricity.reduce((sum, one) => sum + one, 0) * 1000).toBeCloseTo(0.02256, 9);
    expect((emissionsMarket?.value ?? 0) * 1000).toBeCloseTo(0.03256, 9);
    expect(perRequest?.components).toEqual(['embodied', 'dynamic', 'host', 'idle', 'overhead']);
    expect(a.lines.map(({ component, energy: own }) => [component, own && own.value * 1000])).toEqual([
      ['embodied', undefined],
      ['dynamic', expect.closeTo(0.14, 9)],
      ['host', expect.closeTo(0.06, 9)],
      ['idle', expect.closeTo(0.02, 9)],
      ['overhead', expect.closeTo(0.02, 9)],
    ]);
  });

  it('405B: 30.84 M H100-hours in the United States are about 8,000 t, and the interval holds the 8,930 t of its card', () => {
    const a = made(
      '{ phase: training, hardware: H100 SXM, accelerator_hours: 30.84 M h, location: US, year: 2024, system_boundary: [dynamic, overhead] }',
    );
    const { value, low = Number.NaN, high = Number.NaN } = totalOf(a).emissions;
    expect(value / 8_000_000).toBeGreaterThan(0.97);
    expect(value / 8_000_000).toBeLessThan(1.03);
    expect([low < 8_930_000, high > 8_930_000]).toEqual([true, true]);
  });

  it('an M3 Max at home has no overhead', () => {
    const a = made('{ phase: finetuning, hardware: Apple M3 Max, accelerators: 1, duration: 10 h, location: DE, year: 2023 }');
    expect(a.lines.map(({ component }) => component)).toEqual(['embodied', 'dynamic', 'host']);
    expect(idsOf(a)).toContain('no-facility');
  });

  it('a T4 somewhere in the world has the range of places', () => {
    const a = made('{ phase: training, hardware: T4, accelerators: 1, duration: 10 h, location: world, year: 2024 }');
    const { value, low = 1, high = 0 } = lineOf(a, 'training.dynamic')?.emissions ?? { value: 1 };
    expect(a.phases[0]?.grid?.intensity).toMatchObject({ value: 472.94, low: 36, high: 750 });
    expect(value / low).toBeGreaterThan(10);
    expect(high / value).toBeGreaterThan(1.5);
  });
});
