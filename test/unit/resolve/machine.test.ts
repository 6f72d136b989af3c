import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { faultsOf, grid, idsOf, made, madeOf } from '../made.js';

const on = (hardware: string, hours = 'duration: 10 h') => made(`{ phase: training, ${grid}, hardware: ${hardware}, ${hours} }`);

describe('hardware without a number', () => {
  it.each(['T4', 'L40S', 'NVIDIA A100 80GB', '{ accelerator: T4 }'])('%s is one device, and a note says so', (hardware) => {
    const a = on(hardware);
    expect(a.phases[0]?.accelerators).toBe(1);
    expect(a.phases[0]?.acceleratorHours?.value).toBe(10);
    expect(idsOf(a)).toContain('one-device');
  });

  it.each(['A100s', 'V100s', 'T4 GPUs', 'A100 nodes'])('%s is several, and asks how many', (hardware) => {
    expect(faultsOf(() => on(hardware))).toEqual([hardware === 'A100 nodes' ? 'unknown-hardware' : 'accelerators-missing']);
  });

  it('asks where the hardware has a name of its own, or several in a server', () => {
    const named = (hardware: string) => () =>
      madeOf(`hardware: { node: ${hardware} }\nphases: [{ phase: training, ${grid}, hardware: node, duration: 10 h }]`);
    expect(faultsOf(named('{ accelerator: A100 80GB }'))).toEqual(['accelerators-missing']);
    expect(faultsOf(named('{ accelerator: A100 80GB, per_node: 8 }'))).toEqual(['accelerators-missing']);
  });

  it('needs none where the accelerator-hours or the number are given', () => {
    expect(idsOf(on('T4', 'accelerator_hours: 10'))).not.toContain('one-device');
    expect(idsOf(on('T4', 'accelerators: 2, duration: 10 h'))).not.toContain('one-device');
    expect(idsOf(on('A100 80GB', 'duration: 10 h, energy: { value: 1 MWh, boundary: node }'))).not.toContain('one-device');
    expect(idsOf(on('p4d.24xlarge'))).toContain('one-instance');
  });
});

describe('hardware by name whose value is text', () => {
  it('is a device in words', () => {
    const a = madeOf(`hardware: { p5: 256 x p5.48xlarge }\nphases: [{ phase: training, ${grid}, hardware: p5, duration: 10 h }]`);
    expect(a.phases[0]?.accelerators).toBe(2048);
  });
});

describe('processors beside the accelerators', () => {
  it.each([
    '8 x A100 80GB, 2 x EPYC 7763',
    '8 x A100 80GB + 2 x AMD EPYC 7763',
    '8 x A100 80GB and 2 Intel Xeon CPUs',
  ])('%s is eight A100', (hardware) => {
    const a = on(`"${hardware}"`);
    expect(a.phases[0]).toMatchObject({ accelerators: 8, device: 'NVIDIA A100 SXM4 80GB' });
    expect(a.diagnostics.some(({ message }) => /EPYC|Xeon/.test(message) && /default/.test(message))).toBe(true);
  });

  it('are no excuse for a second accelerator', () => {
    expect(faultsOf(() => on('"8 x A100, 4 x V100"'))).toEqual(['several-devices']);
  });
});

describe('two numbers of accelerators', () => {
  const disagreement = (text: string) => madeOf(`${grid}\n${text}`).diagnostics.find(({ id }) => id === 'counts-disagree');

  it.each([
    ['hardware: 8 x A100 80GB\naccelerators: 16\nduration: 1 h', 'accelerators', '8 in the name of the hardware, and 16'],
    ['hardware: A100 80GB (8x)\naccelerators: { value: 16 }\nduration: 1 h', 'accelerators', '8 in the name of the hardware, and 16'],
    ['hardware: { accelerator: 8 x A100 80GB, accelerators: 16 }\nduration: 1 h', 'hardware.accelerators', '8 in the name'],
    ['hardware: { accelerator: A100 80GB, accelerators: 8 }\naccelerators: 16\nduration: 1 h', 'accelerators', '8 in `hardware`, and 16'],
    ['hardware: 2 x p4d.24xlarge\naccelerators: 2\nduration: 1 h', 'accelerators', '16 in the name of the hardware, and 2'],
    ['hardware: { accelerator: 2 x EPYC 7763, rating: 280 W }\naccelerators: 4\nduration: 1 h', 'accelerators', '2 in the name'],
  ])('%s: both are named', (text, path, words) => {
    expect(disagreement(text)).toMatchObject({ severity: 'warning', path, message: expect.stringContaining(words) });
  });

  it.each([
    'hardware: 16 x A100 80GB\naccelerators: 16\nduration: 1 h',
    'hardware: A100 80GB\naccelerators: 16\nduration: 1 h',
    'hardware: p4d.24xlarge\naccelerators: 16\nduration: 1 h',
    'hardware: 2 x p4d.24xlarge\naccelerators: 16\nduration: 1 h',
    'hardware: { accelerator: A100 80GB, per_node: 8 }\naccelerators: 16\nduration: 1 h',
  ])('%s: agree', (text) => expect(disagreement(text)).toBeUndefined());
});

describe('a total that is all that is known', () => {
  it.each([
    ['reported: 25 t', 'emissions: { value: 25 t, boundary: …, cite: … }'],
    ['reported: 8.2 kg', 'emissions: { value: 8.2 kg, boundary: …, cite: … }'],
    ['reported: 25 t\nhardware: 8 x A100 80GB', 'emissions: { value: 25 t, boundary: …, cite: … }'],
  ])('%s: the error names `emissions:`', (text, words) => {
    try {
      madeOf(`${grid}\n${text}`);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof InputError ? error.diagnostics.map(({ expected }) => expected) : []).toEqual([
        expect.stringContaining(words),
      ]);
    }
  });
});
