import { describe, expect, it } from 'vitest';
import { grid, idsOf, lineOf, made } from '../made.js';

const onDevice = (hardware: string) => made(`{ phase: training, site: { ${grid} }, hardware: ${hardware}, accelerator_hours: 1000 }`);
const inputOf = (hardware: string, name: string) =>
  lineOf(onDevice(hardware), 'training.embodied')?.inputs.find((input) => input.name === name)?.value;
const emissionsOf = (hardware: string) => lineOf(onDevice(hardware), 'training.embodied')?.emissions;
const toldOf = (hardware: string) => onDevice(hardware).diagnostics.find(({ id }) => id === 'default-per-node')?.message;

describe('the share of a server that an accelerator has', () => {
  it.each([
    ['A100 SXM4 80GB', 8, /^Default number of accelerators in a server: 8\.$/],
    ['TPU v4', 4, /4 of Google TPU v4, as behind ct4p/],
    ['Trainium2', 16, /16 of AWS Trainium2, as behind trn2/],
    ['GH200', 4, /do not say how many of .* a server holds\. With 4 assumed/],
    ['T4', 4, /do not say how many of .* a server holds\. With 4 assumed/],
    ['MI250X', 4, /^Default number of accelerators in a server: 4\.$/],
  ])('%s: 1 ÷ %d', (device, perNode, told) => {
    expect(inputOf(device, 'accelerators per server')).toBe(perNode);
    expect(toldOf(device)).toMatch(told);
  });

  it('is what the manifest says', () => {
    expect(inputOf('{ accelerator: T4, per_node: 1 }', 'accelerators per server')).toBe(1);
    expect(toldOf('{ accelerator: T4, per_node: 1 }')).toBeUndefined();
  });
});

describe('the server', () => {
  it.each([
    ['p5.48xlarge', '8 x H100 SXM', 5700],
    ['p4d.24xlarge', '8 x A100 SXM4 40GB', 3660],
    ['p3.16xlarge', '8 x V100 SXM2 16GB', 2500],
  ])('of %s is that of %s: %d kg, and the embodied line is the same', (type, words, kg) => {
    expect(inputOf(type, 'making a server')).toBe(kg);
    expect(inputOf(words, 'making a server')).toBe(kg);
    expect(emissionsOf(type)).toEqual(emissionsOf(words));
  });

  it.each([
    ['{ accelerator: A100 SXM4 40GB, per_node: 4 }', 1830],
    ['MI250X', 3660],
    ['A100 PCIe 40GB', 2500],
    ['T4', 2500],
    ['GH200', 2850],
    ['TPU v4', 3550],
    ['{ accelerator: AMD EPYC 7763, rating: 280 W }', 2500],
    ['RTX 4090', undefined],
    ['{ accelerator: AMD Ryzen 9 7950X, rating: 170 W }', undefined],
  ])('by its class, of %s: %s kg', (hardware, kg) => {
    expect(inputOf(hardware, 'making a server')).toBe(kg);
  });

  it('is not counted around a consumer card, with a note', () => {
    const a = onDevice('RTX 4090');
    expect(idsOf(a)).toContain('server-not-counted');
    expect(lineOf(a, 'training.embodied')?.inputs.map(({ name }) => name)).toEqual([
      'accelerator-hours',
      'making an accelerator',
      'lifetime',
    ]);
  });

  it('of processors is counted by itself: 1 h × 1,000 kg ÷ 35,040 h = 28.5 g', () => {
    const hardware = '{ accelerator: CPU, embodied: { server: 1000 kg, lifetime: 4 years } }';
    const a = made(`{ phase: training, site: { ${grid} }, hardware: ${hardware}, power: 300 W, accelerators: 1, duration: 1 h }`);
    expect(lineOf(a, 'training.embodied')?.emissions.value).toBeCloseTo(1000 / 35_040, 12);
  });
});

describe('the lifetime', () => {
  it('is 5 years by default, sampled from 3 to 7', () => {
    const lifetime = lineOf(onDevice('A100 SXM4 80GB'), 'training.embodied')?.inputs.find(({ name }) => name === 'lifetime');
    expect(lifetime).toMatchObject({ value: 43_800, low: 26_280, high: 61_320, basis: 'assumed' });
  });

  it('is exact where it is declared', () => {
    const hardware = '{ accelerator: A100 SXM4 80GB, embodied: { lifetime: 6 years } }';
    const lifetime = lineOf(onDevice(hardware), 'training.embodied')?.inputs.find(({ name }) => name === 'lifetime');
    expect(lifetime).toMatchObject({ value: 52_560, exact: true, basis: 'declared' });
    expect(lifetime).not.toHaveProperty('low');
  });

  it('by default makes an H100 with its server 0.021 kg an hour: (212 + 5,700 ÷ 8) ÷ 43,800 h', () => {
    const { value = 0, low = 0, high = 0 } = emissionsOf('8 x H100 SXM') ?? {};
    expect(value / 1000).toBeCloseTo((212 + 5700 / 8) / 43_800, 9);
    expect([low / 1000, high / 1000]).toEqual([expect.closeTo(0.01, 2), expect.closeTo(0.042, 2)]);
  });

  it.each([
    ['A100 SXM4 80GB', 0.0104, 'by BLOOM’s rule'],
    ['A100 SXM4 80GB', 0.0132, 'by Morrison et al.'],
    ['H100 SXM', 0.033, 'by EcoLogits'],
    ['H100 SXM', 0.0375, 'by EcoLogits'],
    ['TPU v6e', 0.0132, 'by its maker'],
  ])('by default gives %s an interval that holds what is published, %d kg an hour %s', (device, published) => {
    const { low = Infinity, high = 0 } = emissionsOf(device) ?? {};
    expect(low / 1000).toBeLessThan(published);
    expect(high / 1000).toBeGreaterThan(published);
  });
});
