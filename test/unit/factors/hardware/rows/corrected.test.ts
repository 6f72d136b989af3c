import { expect, test } from 'vitest';
import { findDevice, serverSizeOf, servers } from '../../../../../src/factors/hardware/index.js';

const powerOf = (name: string) => findDevice(name).found?.device.power;

test.each([
  ['NVIDIA H20', 500, 2026, 'nvidia-smi-published-logs'],
  ['NVIDIA L20', 350, 2026, 'nvidia-smi-published-logs'],
  ['P100', 250, 2016, 'nvidia-p100-datasheet'],
  ['Tesla P100', 250, 2016, 'nvidia-p100-datasheet'],
  ['P100 SXM2', 300, 2016, 'nvidia-p100-datasheet'],
])('%s: %s W (%s, %s)', (name, value, year, id) => {
  expect(powerOf(name)).toMatchObject({ value, unit: 'W', source: { id, year } });
});

test('P100 alone is the PCIe card of Kaggle and Colab, with a step that names the module', () => {
  const lookup = findDevice('P100');
  expect(lookup).toMatchObject({ found: { device: { id: 'p100-pcie-16gb' } } });
  expect(lookup.found === undefined ? [] : lookup.steps.map(({ text }) => text)).toEqual([
    '“P100” is ambiguous: NVIDIA P100 PCIe 16GB (250 W) was used; it could also be NVIDIA P100 SXM2 16GB (300 W)',
  ]);
});

test('a node of GB200 has four GPUs, which are two superchips', () => {
  const gb200 = findDevice('GB200').found?.device;
  const { factor } = gb200 === undefined ? { factor: undefined } : serverSizeOf(gb200);
  expect(factor).toMatchObject({ value: 4, unit: 'accelerators' });
  expect(servers.superchip.note).toContain('two GB200 of two GPUs each');
});
