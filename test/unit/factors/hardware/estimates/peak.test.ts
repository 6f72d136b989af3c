import { expect, test } from 'vitest';
import { defaultMfu, devices, findDevice } from '../../../../../src/factors/hardware/index.js';

test.each([
  ['A100 PCIe 40GB', 312e12, 'BF16'],
  ['H100 SXM5', 989.4e12, 'BF16'],
  ['H100 PCIe', 756e12, 'BF16'],
  ['B200', 2.25e15, 'BF16'],
  ['GB200', 2.5e15, 'BF16'],
  ['V100 SXM2', 125e12, 'FP16'],
  ['V100 PCIe', 112e12, 'FP16'],
  ['P100 PCIe', 18.7e12, 'FP16'],
  ['A10', 125e12, 'BF16'],
  ['A10G', 70e12, 'BF16'],
  ['RTX 4090', 165.2e12, 'BF16'],
  ['GTX 1080 Ti', 11.3e12, 'FP32'],
  ['MI300X', 1307.4e12, 'BF16'],
  ['MI250X', 383e12, 'FP16'],
  ['Gaudi2', 432e12, 'BF16'],
  ['TPU v3', 123e12, 'BF16'],
  ['TPU v5e', 197e12, 'BF16'],
  ['trn1', 190e12, 'BF16'],
])('%s: %d FLOP/s, %s', (name, value, precision) => {
  expect(findDevice(name).found?.device.peak).toMatchObject({
    value,
    unit: 'FLOP/s',
    range: 'definition',
    kind: expect.stringContaining(precision),
  });
});

test('none is taken over from huggingface.js, which mixes precisions', () => {
  for (const { peak } of devices()) expect(peak?.source.id).not.toBe('huggingface-tasks');
});

test('no device does more than 5 PFLOP/s, or less than 3 TFLOP/s: sparsity and other units would show here', () => {
  for (const { peak } of devices()) {
    if (peak === undefined) continue;
    expect(peak.value).toBeLessThan(5e15);
    expect(peak.value).toBeGreaterThan(3e12);
  }
});

test('utilisation is assumed, from 0.2 to 0.5', () => {
  expect(defaultMfu).toMatchObject({ value: 0.35, low: 0.2, high: 0.5, unit: '1', kind: 'assumed' });
});
