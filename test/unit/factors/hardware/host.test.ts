import { expect, test } from 'vitest';
import { nodeOf } from '../../../../src/factors/hardware/host.js';
import {
  defaultHostShare,
  defaultLifetime,
  defaultLoad,
  defaultPerNode,
  findDevice,
  genericServer,
} from '../../../../src/factors/hardware/index.js';
import { shorterLifetime } from '../../../../src/factors/hardware/rows/defaults.js';

test('a server is 2,500 kg, and lives 6 or 4 years of 8,760 h', () => {
  expect(genericServer).toMatchObject({ value: 2500, unit: 'kgCO2e', source: { id: 'luccioni-2023-bloom' } });
  expect(defaultLifetime).toMatchObject({ value: 52_560, unit: 'h' });
  expect(shorterLifetime).toMatchObject({ value: 35_040, unit: 'h' });
});

test('assumptions are named as such, with their range', () => {
  expect(defaultLoad).toMatchObject({ value: 0.8, low: 0.6, high: 1, kind: 'assumed' });
  expect(defaultHostShare).toMatchObject({ low: 0.2, high: 0.5, kind: 'assumed' });
});

test.each([
  ['A100 SXM4 80GB', true],
  ['MI250X', true],
  ['A100 PCIe 40GB', false],
  ['RTX 4090', false],
  ['TPU v3', false],
])('%s: eight in a server is assumed: %s', (name, assumed) => {
  const device = findDevice(name).found?.device;
  expect(device === undefined ? undefined : nodeOf(device)).toBe(assumed ? defaultPerNode : undefined);
});
