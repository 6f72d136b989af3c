import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { devices, findDevice } from '../../../../../src/factors/hardware/index.js';

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
    ['NVIDIA GH200 480GB', 'NVIDIA GH200 96GB, 700 W'],
    ['AMD Instinct MI300X', 'AMD Instinct MI300X, 750 W'],
    ['Gaudi2', 'Intel Gaudi 2 OAM, 600 W'],
    ['NVIDIA A10G', 'NVIDIA A10G, 300 W'],
    ['NVIDIA L40S', 'NVIDIA L40S, 350 W'],
    ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 'NVIDIA RTX PRO 6000 Blackwell Server, 600 W'],
    ['A6000', 'NVIDIA RTX A6000, 300 W'],
    ['NVIDIA GeForce RTX 3090', 'NVIDIA GeForce RTX 3090, 350 W'],
    ['3090 Ti', 'NVIDIA RTX 3090 Ti, 450 W'],
    ['NVIDIA GeForce RTX 2080 Ti', 'NVIDIA GeForce RTX 2080 Ti, 250 W'],
    ['GTX 1080 Ti', 'NVIDIA GeForce GTX 1080 Ti, 250 W'],
    ['Tesla T4', 'NVIDIA T4, 70 W'],
    ['NVIDIA B200', 'NVIDIA B200 SXM6 180GB, 1000 W'],
    ['NVIDIA GB200', 'NVIDIA GB200 186GB, 1200 W'],
    ['GB300', 'NVIDIA GB300 288GB, 1400 W'],
    ['NVIDIA H20', 'NVIDIA H20 96GB, 500 W'],
    ['NVIDIA A800-SXM4-80GB', 'NVIDIA A800 SXM4 80GB, 400 W'],
    ['NVIDIA L20', 'NVIDIA L20, 350 W'],
    ['AMD Instinct MI250X', 'AMD Instinct MI250X, 560 W'],
    ['AMD Instinct MI300A', 'AMD Instinct MI300A, 760 W'],
    ['HL-205', 'Intel Gaudi OAM, 400 W'],
    ['TPU v3', 'Google TPU v3, 283 W'],
    ['TPUv4', 'Google TPU v4, 378.5 W'],
    ['TPU v5 lite', 'Google TPU v5e, 225 W'],
    ['Trillium', 'Google TPU v6e, 380 W'],
    ['AWS Trainium', 'AWS Trainium1, 240 W'],
    ['trn2', 'AWS Trainium2, 500 W'],
    ['Inferentia2', 'AWS Inferentia2, 240 W'],
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

  test.each([
    ['TPU v3-8', 4, 'tpu-v3'],
    ['v4-128', 64, 'tpu-v4'],
    ['TPU v5p-16', 8, 'tpu-v5p'],
  ])('%s counts cores, two on a chip, with a step', (text, count, id) => {
    expect(findDevice(text)).toMatchObject({
      found: { device: { id }, count },
      steps: [{ text: expect.stringContaining(`are ${count} chips`) }],
    });
  });

  test.each([
    ['v5litepod-16', 16, 'tpu-v5e'],
    ['TPU v6e-8', 8, 'tpu-v6e'],
  ])('%s counts chips', (text, count, id) => {
    expect(findDevice(text)).toMatchObject({ found: { device: { id }, count }, steps: [] });
  });

  test('slices are counted too: 4 x TPU v3-8 is 16 chips', () => {
    expect(findDevice('4 x TPU v3-8').found?.count).toBe(16);
  });
});

describe('names that leave something open', () => {
  test('A100 80GB takes SXM, with a step that names PCIe', () => {
    expect(findDevice('A100 80GB')).toMatchObject({
      found: { device: { id: 'a100-sxm4-80gb' } },
      steps: [
        {
          id: 'variant-taken',
          text: '“A100 80GB” is ambiguous: NVIDIA A100 SXM4 80GB (400 W) was used; it could also be NVIDIA A100 PCIe 80GB (300 W)',
        },
      ],
    });
  });

  test.each([
    ['4x V100 (32GB)', 'v100-sxm2-32gb', 'V100 PCIe 32GB (250 W)'],
    ['RTX 3080', 'geforce-rtx-3080-10gb', 'RTX 3080 12GB (350 W)'],
    ['RTX PRO 6000', 'rtx-pro-6000-blackwell-server', 'Max-Q Workstation (300 W)'],
    ['A800', 'a800-sxm4-80gb', 'A800 PCIe 40GB (250 W)'],
  ])('%s takes %s, with a step that names %s', (text, id, other) => {
    expect(findDevice(text)).toMatchObject({
      found: { device: { id } },
      steps: [{ id: 'variant-taken', text: expect.stringContaining(other) }],
    });
  });

  test('V100 SXM2 with 16 and 32 GB have the same power, so there is no step', () => {
    expect(findDevice('V100 SXM2')).toMatchObject({ steps: [] });
  });

  test('a laptop’s card is not the desktop’s', () => {
    expect(brief('NVIDIA GeForce RTX 3060 Laptop GPU')).toBe('NVIDIA RTX 3060 Mobile, 115 W');
  });
});

describe('unknown names', () => {
  test.each([
    ['A101', 'NVIDIA A100 SXM4 80GB'],
    ['H10', 'NVIDIA H100 SXM5 80GB'],
    ['8 x nvidia h1000', 'NVIDIA H100 SXM5 80GB'],
    ['TPU v9', 'Google TPU v4'],
    ['TPU v5', 'Google TPU v5p'],
    ['A10O SXM', 'NVIDIA A100 SXM4 80GB'],
    ['B2OO', 'NVIDIA B200 SXM6 180GB'],
    ['RTX 4090Ti', 'NVIDIA GeForce RTX 4090'],
    ['RTX 4900', 'NVIDIA GeForce RTX 4090'],
  ])('%s is near %s', (text, first) => {
    const lookup = findDevice(text);
    expect(lookup).toMatchObject({ why: 'unknown' });
    if (lookup.found === undefined) {
      expect(lookup.candidates.length).toBeLessThanOrEqual(3);
      expect(lookup.candidates[0]).toBe(first);
    }
  });

  test.each([
    'AMD EPYC 7543',
    'CPU',
    '2 x Intel Xeon Gold 6248',
    'GPU',
    'my laptop',
    'unknown',
    'gpu cluster',
    'Quadro K620',
    'T5',
  ])('%s is near none', (text) => {
    expect(findDevice(text)).toEqual({ why: 'unknown', candidates: [] });
  });

  test.each([
    ['8 x A100 SXM4 80GB, 2 x EPYC 7763', 8],
    ['2 x AMD EPYC 7763 + 4 x A100 SXM4 80GB', 4],
    ['A100 SXM4 80GB with Intel Xeon CPUs', undefined],
  ])('%s is the accelerators, with a step about the processors', (text, count) => {
    const lookup = findDevice(text);
    expect(lookup.found).toMatchObject({ device: { id: 'a100-sxm4-80gb' }, count });
    expect(lookup.found && lookup.steps.map(({ id }) => id)).toContain('processors-beside');
  });

  test('a memory size or form that no variant has is unknown', () => {
    expect(findDevice('A100 48GB')).toMatchObject({
      why: 'unknown',
      candidates: ['NVIDIA A100 SXM4 80GB', 'NVIDIA A100 SXM4 40GB', 'NVIDIA A100 PCIe 80GB'],
    });
    expect(brief('A100 SXM5')).toBe('unknown');
  });

  test('a mixture of cards is no device', () => {
    expect(brief('2 x NVIDIA A100 1 x Tesla T4')).toBe('unknown');
  });
});

test('every device is found by its own name; only those of huggingface.js with several variants have a step', () => {
  for (const device of devices()) {
    const lookup = findDevice(device.name);
    expect(lookup.found?.device.id).toBe(device.id);
    const blurred = device.power.range === 'rating-highest-variant' && device.memoryGB === undefined;
    expect(lookup.found === undefined ? [] : lookup.steps).toHaveLength(blurred ? 1 : 0);
  }
});

test('law: a number in front multiplies, in every way of writing it', () => {
  const names = devices().map(({ name }) => name);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.integer({ min: 1, max: 99_999 }), (name, count) => {
      const written = [`${count} x ${name}`, `${count}x ${name}`, `${count} ${name}`, `${name} x ${count}`, `${name} (${count}x)`];
      for (const text of written) {
        expect(findDevice(text).found).toMatchObject({ device: { name }, count });
      }
    }),
    { numRuns: 300, seed: 1 },
  );
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

test.each([
  ['MacBook Air M2', 'Apple M2'],
  ['MacBook Pro M3 Max', 'Apple M3 Max'],
  ['my RTX 4090 box', 'NVIDIA GeForce RTX 4090'],
])('%s has the name of a device among its words: %s', (text, name) => {
  expect(findDevice(text)).toEqual({ why: 'unknown', candidates: [name] });
});

test('boundaries: a TPU’s power has its host in it, a superchip’s its CPU', () => {
  expect(findDevice('TPU v2').found?.device).toMatchObject({ powerBoundary: 'node', observed: true });
  expect(findDevice('GH200').found?.device).toMatchObject({ powerBoundary: 'components' });
  expect(findDevice('A100 PCIe 40GB').found?.device).toMatchObject({ powerBoundary: 'accelerator' });
});

test.each([
  ['trn2', [400, 600]],
  ['TPU v5p', [300, 600]],
  ['Gaudi', [300, 400]],
])('%s: power that its maker does not publish has a range of its own', (name, [low, high]) => {
  expect(findDevice(name).found?.device.power).toMatchObject({ low, high, note: expect.any(String) });
});
