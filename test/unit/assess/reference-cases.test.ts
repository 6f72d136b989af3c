import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const cache = new Map<string, Assessment>();
function assessed(slug: string): Assessment {
  const known = cache.get(slug) ?? assess(parseManifest(readFileSync(`fixtures/runs/${slug}/carboncard.yaml`, 'utf8')));
  cache.set(slug, known);
  return known;
}

const within = (found: number | undefined, published: number, tolerance: number): void => {
  expect(Math.abs((found ?? Number.NaN) / published - 1)).toBeLessThanOrEqual(tolerance);
};

describe('BLOOM (JMLR 24(253), 2023)', () => {
  const bloom = assessed('bloom');
  const line = (id: string) => bloom.lines.find((l) => l.id === id);

  it.each([
    ['dynamic energy, 433,196 kWh', () => line('training.dynamic')?.energy?.value, 433_196],
    ['dynamic, 24.69 t', () => line('training.dynamic')?.emissions.value, 24_690],
    [
      'idle + infrastructure energy, 256,646 kWh',
      () => (line('training.idle')?.energy?.value ?? 0) + (line('training.overhead')?.energy?.value ?? 0),
      256_646,
    ],
    [
      'idle + infrastructure, 14.6 t',
      () => (line('training.idle')?.emissions.value ?? 0) + (line('training.overhead')?.emissions.value ?? 0),
      14_600,
    ],
    ['embodied in servers, 7.57 t', () => line('training.embodied')?.parts?.find(({ name }) => name === 'servers')?.emissions.value, 7570],
    [
      'embodied in accelerators, 3.64 t',
      () => line('training.embodied')?.parts?.find(({ name }) => name === 'accelerators')?.emissions.value,
      3640,
    ],
    ['embodied, 11.2 t', () => line('training.embodied')?.emissions.value, 11_200],
    ['total, 50.5 t', () => bloom.totals.development?.emissions.value, 50_500],
    ['share of embodied, 22.2 %', () => line('training.embodied')?.share, 0.222],
    ['share of dynamic, 48.9 %', () => line('training.dynamic')?.share, 0.489],
    ['deployment energy, 914 kWh', () => bloom.totals.deployment?.energy?.value, 914],
    ['deployment, 360 kg', () => bloom.totals.deployment?.emissions.value, 360],
    ['a request, 1.56 g', () => bloom.totals.deployment?.perRequest?.emissions.value, 0.00156],
    ['break-even, dynamic on both sides: 15.8 M requests', () => bloom.breakEven?.requests, 15.83e6],
    ['embodied by calendar, 9.53 t', () => bloom.embodiedAlternatives[0]?.emissions.value, 9530],
  ])('%s', (_, found, published) => within(found(), published, 0.003));

  it('idle and overhead together have 28.9 %', () => {
    within((line('training.idle')?.share ?? 0) + (line('training.overhead')?.share ?? 0), 0.289, 0.003);
  });

  it('says that the baseline counts the idle power of the accelerators twice', () => {
    expect(bloom.diagnostics.map(({ id }) => id)).toContain('baseline-holds-accelerators');
  });
});

describe('other published cases', () => {
  it.each([
    ['bloom-project', 66_290, 0.003],
    ['llama-2-7b', 31_220, 0.0005],
    ['llama-2-13b', 62_440, 0.0005],
    ['llama-2-70b', 291_420, 0.0005],
    ['llama-65b', 173_000, 0.003],
    ['meena', 96_400, 0.003],
    ['olmo-2-7b', 52_000, 0.005],
    ['stable-diffusion-v1', 11_250, 0.0005],
  ])('%s: %d kg', (slug, kilograms, tolerance) => within(assessed(slug).totals.development?.emissions.value, kilograms, tolerance));

  it('LLaMA-65B took 449 MWh and Meena 232 MWh, PUE included', () => {
    within(assessed('llama-65b').totals.development?.energy?.value, 449_000, 0.003);
    within(assessed('meena').totals.development?.energy?.value, 232_000, 0.003);
  });

  it('OLMo 2 7B took 202 kL of water', () => within(assessed('olmo-2-7b').totals.development?.water?.value, 202_000, 0.005));

  it('inferred and back-calculated figures are assumed, and said so', () => {
    expect(assessed('llama-2-7b').diagnostics.filter(({ id }) => id === 'figure-inferred')).toHaveLength(2);
    expect(assessed('stable-diffusion-v1').diagnostics.map(({ id }) => id)).toContain('figure-back-calculated');
    expect(assessed('stable-diffusion-v1').lines.map(({ basis }) => basis)).toEqual(['assumed']);
  });

  it('nothing is fitted: twice the hours are twice the footprint', () => {
    const text = readFileSync('fixtures/runs/bloom/carboncard.yaml', 'utf8')
      .replace('accelerator_hours: 1082990', 'accelerator_hours: 2165980')
      .replace('duration: 118 d', 'duration: 318 d');
    within(assess(parseManifest(text)).totals.development?.emissions.value, 2 * 50_532.45, 1e-6);
  });
});
