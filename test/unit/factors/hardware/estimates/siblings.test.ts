import { describe, expect, it, test } from 'vitest';
import { devices, findDevice } from '../../../../../src/factors/hardware/index.js';
import { acceleratorRows } from '../../../../../src/factors/hardware/rows/index.js';
import { defaultRange } from '../../../../../src/resolve/ranges.js';

const kg = (name: string): number => findDevice(name).found?.device.embodied.value ?? Number.NaN;

describe('a larger sibling', () => {
  it.each([
    ['A100 SXM4 40GB', 'A100 SXM4 80GB'],
    ['H100 PCIe', 'H100 SXM5', 'H100 NVL', 'H20 96GB', 'H200', 'B200', 'GB200', 'B300'],
    ['MI210', 'MI250X', 'MI300X', 'MI325X', 'MI355X'],
    ['TPU v5e', 'TPU v6e', 'TPU v5p'],
    ['TPU v4i', 'TPU v4'],
    ['Trainium1', 'Trainium2'],
    ['T4', 'L4', 'A10', 'L40S'],
    ['RTX 4080', 'RTX 4090', 'RTX 5090'],
    ['Quadro RTX 6000', 'Quadro RTX 8000'],
    ['P100 PCIe 12GB', 'P100 PCIe 16GB', 'V100 PCIe 16GB', 'V100 PCIe 32GB'],
  ])('is never below a smaller one: %s …', (...names) => {
    const values = names.map(kg);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });

  it('is never below a smaller one of its maker, build and source', () => {
    const known = acceleratorRows.flatMap(({ vendor, name, die, memoryGB, formFactor, hbm }) => {
      const device = devices().find((one) => one.name === `${vendor} ${name}`);
      const estimated = device?.embodied.kind.endsWith('die area and memory') === true;
      return die === undefined || memoryGB === undefined || !estimated
        ? []
        : [{ group: `${vendor} ${/PCIe|NVL/.test(formFactor)} ${hbm}`, name, die, memoryGB, value: device.embodied.value }];
    });
    expect(known.length).toBeGreaterThan(30);
    const wrong = known.flatMap((one) =>
      known
        .filter((other) => other.group === one.group && other.die >= one.die && other.memoryGB >= one.memoryGB && other.value < one.value)
        .map((other) => `${other.name} < ${one.name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the default of a class', () => {
  const classes = { module: kg('Gaudi 2'), card: kg('RTX 4070') };

  // Published, kg: A100 (Falk et al. 2025; ADEME 2026), H100 and H200 (NVIDIA; EcoLogits 2026; Boavizta), B200 (NVIDIA), TPU v6e.
  it.each([
    ['module', [127.6, 150, 164, 273, 284.25, 323, 364, 370]],
    ['card', [127.6, 181, 200]],
  ] as const)('has every published figure of a %s in its range', (build, published) => {
    const { low = Infinity, high = 0 } = defaultRange(classes[build], 'embodied-estimate', {});
    expect(published.filter((one) => one < low || one > high)).toEqual([]);
  });
});

test('Gaudi 2 has the figure of its class: no die area of it is published', () => {
  expect(findDevice('Gaudi 2').found?.device.embodied).toMatchObject({
    kind: 'embodied, cradle-to-gate, estimated by class',
    unit: 'kgCO2e',
    source: { id: 'carboncard-embodied-estimate' },
  });
});
