import { expect, test } from 'vitest';
import { devices, findDevice, hardwareFactors } from '../../../../src/factors/hardware/index.js';

test.each([
  ['A100 SXM4 80GB', 44, 57, 100],
  ['A100 SXM4 40GB', 44, 57, 100],
  ['H100 SXM5', 66, 71, 145],
  ['L4', 11, 20, 35],
  ['T4', 9, 20, 35],
])('%s: idle power from %d to %d W at most %d, with its source', (name, low, value, high) => {
  expect(findDevice(name).found?.device.idle).toMatchObject({
    low,
    value,
    high,
    unit: 'W',
    year: 2026,
    kind: 'idle power, from logs',
    source: { id: 'nvidia-smi-published-logs', licence: 'facts, quoted' },
  });
});

test('a device that waits takes less than one that works, and its figure is listed', () => {
  const listed = new Set(hardwareFactors());
  for (const { idle, power } of devices()) {
    if (idle === undefined) continue;
    expect(idle.value).toBeLessThan(power.value * 0.5);
    expect(listed).toContain(idle);
  }
});

test('a slice of a card has its part', () => {
  expect(findDevice('A100 MIG 1g.5gb').found?.device.idle?.value).toBeCloseTo(57 / 7, 9);
});
