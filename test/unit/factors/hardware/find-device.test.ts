import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { devices, findDevice } from '../../../../src/factors/hardware/index.js';

const brief = (text: string): string => {
  const lookup = findDevice(text);
  if (lookup.found === undefined) return lookup.why;
  const { device, count } = lookup.found;
  return `${count === undefined ? '' : `${count} × `}${device.name}, ${device.power.value} W`;
};

describe('names that leave nothing open', () => {
  test.each([
    ['NVIDIA A100-SXM4-80GB', 'NVIDIA A100 SXM4 80GB, 400 W'],
    ['A100-SXM4-40GB', 'NVIDIA A100 SXM4 40GB, 400 W'],
    ['A100 SXM 80GB', 'NVIDIA A100 SXM4 80GB, 400 W'],
    ['A100 PCIe 40GB', 'NVIDIA A100 PCIe 40GB, 250 W'],
    ['NVIDIA A100-PCIE-40GB', 'NVIDIA A100 PCIe 40GB, 250 W'],
    ['a100 80gb pcie', 'NVIDIA A100 PCIe 80GB, 300 W'],
    ['NVIDIA A100 80GB PCIe', 'NVIDIA A100 PCIe 80GB, 300 W'],
    ['Tesla V100-SXM2-32GB', 'NVIDIA V100 SXM2 32GB, 300 W'],
    ['Tesla V100-SXM2...', 'NVIDIA V100 SXM2 32GB, 300 W'],
    ['Tesla V100S-PCIE-32GB', 'NVIDIA V100S PCIe 32GB, 250 W'],
    ['NVIDIA H100 80GB HBM3', 'NVIDIA H100 SXM5 80GB, 700 W'],
    ['NVIDIA H100 PCIe', 'NVIDIA H100 PCIe 80GB, 350 W'],
    ['NVIDIA H100 NVL', 'NVIDIA H100 NVL 94GB, 400 W'],
    ['NVIDIA GH200 480GB', 'NVIDIA GH200 96GB, 1000 W'],
    ['AMD Instinct MI300X', 'AMD Instinct MI300X, 750 W'],
    ['Gaudi2', 'Intel Gaudi 2 OAM, 600 W'],
    ['NVIDIA A10G', 'NVIDIA A10G, 300 W'],
    ['NVIDIA L40S', 'NVIDIA L40S, 350 W'],
    ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 'NVIDIA RTX PRO 6000 Blackwell Server, 600 W'],
    ['A6000', 'NVIDIA RTX A6000, 300 W'],
    ['NVIDIA GeForce RTX 3090', 'NVIDIA GeForce RTX 3090, 350 W'],
    ['3090 Ti', 'NVIDIA RTX 3090 Ti, 450 W'],
    ['TPU v3', 'Google TPU v3, 283 W'],
    ['TPUv4', 'Google TPU v4, 378.5 W'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toBe(expected);
    expect(findDevice(text)).toMatchObject({ steps: [] });
  });
});

describe('a number of them', () => {
  test.each([
    ['8 x NVIDIA H100 80GB HBM3', '8 × NVIDIA H100 SXM5 80GB, 700 W'],
    ['8x A100 80GB', '8 × NVIDIA A100 SXM4 80GB, 400 W'],
    ['8×A100-SXM4-40GB', '8 × NVIDIA A100 SXM4 40GB, 400 W'],
    ['384 A100 SXM4 80GB GPUs', '384 × NVIDIA A100 SXM4 80GB, 400 W'],
    ['1,024 TPU v3', '1024 × Google TPU v3, 283 W'],
    ['NVIDIA L40S x 4', '4 × NVIDIA L40S, 350 W'],
    ['A100 (8x)', '8 × NVIDIA A100 SXM4 80GB, 400 W'],
    ['8 L4s', '8 × NVIDIA L4, 72 W'],
    ['64 V100s', '64 × NVIDIA V100 SXM2 32GB, 300 W'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  test('TPU v3-8 is eight cores on four chips, and says so', () => {
    expect(brief('TPU v3-8')).toBe('4 × Google TPU v3, 283 W');
    expect(findDevice('TPU v3-8')).toMatchObject({
      steps: [{ id: 'variant-taken', text: '“TPU v3-8” counts TensorCores: 8 cores are 4 chips, two cores on each' }],
    });
  });
});

describe('names that leave something open', () => {
  test('A100 80GB takes SXM, and says what PCIe would be', () => {
    expect(findDevice('A100 80GB')).toMatchObject({
      found: { device: { id: 'a100-sxm4-80gb' } },
      steps: [
        {
          id: 'variant-taken',
          text: '“A100 80GB” names several devices: NVIDIA A100 SXM4 80GB (400 W) was taken; it could also be NVIDIA A100 PCIe 80GB (300 W)',
        },
      ],
    });
  });

  test('V100 SXM2 with 16 and 32 GB draw the same, so nothing is said', () => {
    expect(findDevice('V100 SXM2')).toMatchObject({ steps: [] });
  });

  test('a figure of huggingface.js is named as that', () => {
    const lookup = findDevice('NVIDIA GeForce RTX 2080 Ti');
    expect(lookup.found?.device.power).toMatchObject({
      value: 250,
      kind: 'rated power, highest variant',
      source: { id: 'huggingface-tasks', licence: 'MIT' },
    });
    expect(lookup).toMatchObject({ steps: [{ id: 'variant-taken' }] });
  });

  test('a laptop’s card is not the desktop’s', () => {
    expect(brief('NVIDIA GeForce RTX 3060 Laptop GPU')).toBe('NVIDIA RTX 3060 Mobile, 115 W');
  });
});

describe('names that are not known', () => {
  test.each([
    ['A101', 'NVIDIA A100 SXM4 80GB'],
    ['H10', 'NVIDIA H100 SXM5 80GB'],
    ['8 x nvidia h1000', 'NVIDIA H100 SXM5 80GB'],
    ['MI300', 'AMD Instinct MI300X'],
    ['TPU v9', 'Google TPU v4'],
  ])('%s has three candidates, %s the first', (text, first) => {
    const lookup = findDevice(text);
    expect(lookup).toMatchObject({ why: 'unknown' });
    if (lookup.found === undefined) {
      expect(lookup.candidates).toHaveLength(3);
      expect(lookup.candidates[0]).toBe(first);
    }
  });

  test('a memory size or form that no variant has is not bent to one', () => {
    expect(findDevice('A100 64GB')).toMatchObject({
      why: 'unknown',
      candidates: ['NVIDIA A100 SXM4 80GB', 'NVIDIA A100 SXM4 40GB', 'NVIDIA A100 PCIe 80GB'],
    });
    expect(brief('A100 SXM5')).toBe('unknown');
  });

  test('a slice of a card and a mixture of cards are no device', () => {
    expect(brief('NVIDIA A100-SXM4-40GB MIG 1g.5gb')).toBe('unknown');
    expect(brief('2 x NVIDIA A100 1 x Tesla T4')).toBe('unknown');
  });
});

test('every device is found by its own name, without a step back to another', () => {
  for (const device of devices()) expect(findDevice(device.name).found?.device.id).toBe(device.id);
});

test('any text at all gives an answer', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('8', 'x', ' ', 'A', '1', '0', 'g', 'b', 't', 'p', 'u', 'v', '-', '3', 's', '×', '(', ')'),
      maxLength: 30,
    }),
  );
  fc.assert(
    fc.property(text, (any) => {
      const lookup = findDevice(any);
      return lookup.found === undefined ? lookup.candidates.length <= 3 : lookup.found.count === undefined || lookup.found.count >= 1;
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('boundaries: a TPU’s power has its host in it, a superchip’s its CPU', () => {
  expect(findDevice('TPU v2').found?.device).toMatchObject({ powerBoundary: 'node', observed: true });
  expect(findDevice('GH200').found?.device).toMatchObject({ powerBoundary: 'components' });
  expect(findDevice('A100 PCIe 40GB').found?.device).toMatchObject({ powerBoundary: 'accelerator' });
});

test('embodied only where it is published: HGX H100 1,312 kg ÷ 8 = 164 kg, none for PCIe', () => {
  expect(findDevice('H100 SXM5').found?.device.embodied?.value).toBe(164);
  expect(findDevice('H100 PCIe').found?.device.embodied).toBeUndefined();
  expect(findDevice('A100 PCIe 40GB').found?.device.embodied).toMatchObject({ value: 150, source: { id: 'luccioni-2023-bloom' } });
  expect(findDevice('B200').found?.device.embodied?.value).toBe(284.25);
});
