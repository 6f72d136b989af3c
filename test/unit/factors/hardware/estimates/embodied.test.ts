import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimatedEmissions } from '../../../../../src/factors/hardware/estimates/embodied.js';
import { devices, findDevice } from '../../../../../src/factors/hardware/index.js';
import { defaultRange } from '../../../../../src/resolve/ranges.js';

const embodied = (name: string) => findDevice(name).found?.device.embodied;

test('H100 SXM: 8.14 cm² × 4.3 + 80 GB × 0.86 + 60 = 163.8 kg, where NVIDIA has 164', () => {
  expect(estimatedEmissions({ die: 814, memoryGB: 80, hbm: true, build: 'module' })).toBeCloseTo(163.8, 1);
});

test.each([
  ['B200, 284 kg by NVIDIA', { die: 1600, memoryGB: 180 }, 284.25],
  ['A100 80GB, 127.6 to 150 kg in print', { die: 826, memoryGB: 80 }, 150],
])('%s: within a sixth', (_, silicon, published) => {
  const estimate = estimatedEmissions({ ...silicon, hbm: true, build: 'module' });
  expect(Math.abs(estimate / published - 1)).toBeLessThan(1 / 6);
});

test('law: more silicon or more memory never makes it less', () => {
  const size = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(size, size, size, fc.boolean(), fc.constantFrom('module', 'card', 'chip'), (die, memoryGB, more, hbm, build) => {
      const base = estimatedEmissions({ die, memoryGB, hbm, build });
      expect(estimatedEmissions({ die: die + more, memoryGB, hbm, build })).toBeGreaterThan(base);
      expect(estimatedEmissions({ die, memoryGB: memoryGB + more, hbm, build })).toBeGreaterThan(base);
    }),
    { seed: 1 },
  );
});

test('published figures stay: A100 127.6, H100 SXM √(164 × 273) = 212, B200 2,274 ÷ 8 = 284.25, TPU v6e 323 kg', () => {
  expect(embodied('A100 PCIe 40GB')).toMatchObject({ value: 127.6, range: 'embodied-footprint', source: { id: 'falk-2025-a100' } });
  expect(embodied('H100 SXM5')).toMatchObject({ value: 212, range: 'embodied-footprint' });
  expect(embodied('B200')).toMatchObject({ value: 284.25, range: 'embodied-footprint' });
  expect(embodied('TPU v6e')).toMatchObject({ value: 323, range: 'embodied-footprint' });
});

test.each([
  ['A100 SXM4 80GB', [127.6, 150]],
  ['H100 SXM5', [164, 273, 369]],
  ['B200', [284]],
  ['TPU v6e', [323]],
])('%s: the default range holds every published figure', (name, published) => {
  const { value = 0, range } = embodied(name) ?? {};
  const { low = Infinity, high = 0 } = defaultRange(value, range ?? 'definition', {});
  expect(published.filter((one) => one < low || one > high)).toEqual([]);
});

test('the note of an estimate has its terms: V100 PCIe 32GB 35 + 27.5 + 40 = 103 kg', () => {
  expect(embodied('V100 PCIe 32GB')).toMatchObject({
    value: 103,
    range: 'embodied-estimate',
    kind: 'embodied, cradle-to-gate, estimated from die area and memory',
    note: '815 mm² of logic × 4.3 kg/cm² + 32 GB × 0.86 kg/GB + 40 kg for the card.',
  });
});

test('GDDR has √(0.86 × 2.85) = 1.57 kg/GB: RTX 4090 26 + 37.7 + 40 = 104 kg', () => {
  expect(embodied('RTX 4090')).toMatchObject({
    value: 104,
    note: '609 mm² of logic × 4.3 kg/cm² + 24 GB × 1.57 kg/GB + 40 kg for the card.',
  });
});

test('a larger sibling has the published figure and its further memory: H200 212 + 61 × 0.86 = 264 kg', () => {
  expect(embodied('H200')).toMatchObject({
    value: 264,
    range: 'embodied-estimate',
    kind: 'embodied, cradle-to-gate, estimated from a smaller sibling',
    note: 'As the H100 SXM5 80GB (212 kg), with 61 GB × 0.86 kg/GB more.',
  });
});

test('without a die it is the median of a class, and never one figure for all', () => {
  const byClass = devices().filter((device) => device.embodied.kind.endsWith('by class'));
  expect(new Set(byClass.map((device) => device.embodied.value)).size).toBe(3);
  const [module, card, chip] = ['Gaudi 2', 'RTX 4070', 'Apple M3'].map((name) => embodied(name)?.value ?? 0);
  expect(module).toBeGreaterThan(card ?? 0);
  expect(card).toBeGreaterThan(chip ?? 0);
  expect(chip).toBeGreaterThan(0);
});
