import { describe, expect, it } from 'vitest';
import { grid, lineOf, made } from '../made.js';

const onDevice = (hardware: string) => made(`{ phase: training, site: { ${grid} }, hardware: ${hardware}, accelerator_hours: 1000 }`);
const inputOf = (hardware: string, name: string) =>
  lineOf(onDevice(hardware), 'training.embodied')?.inputs.find((input) => input.name === name)?.value;
const toldOf = (hardware: string) => onDevice(hardware).diagnostics.find(({ id }) => id === 'default-per-node')?.message;

describe('the share of a server that an accelerator has', () => {
  it.each([
    ['A100 SXM4 80GB', 8, /^Default number of accelerators in a server: 8\.$/],
    ['TPU v4', 4, /4 of Google TPU v4, as behind ct4p/],
    ['Trainium2', 16, /16 of AWS Trainium2, as behind trn2/],
    ['GH200', 4, /do not say how many of .* a server holds\. With 4 assumed/],
    ['RTX 4090', 8, /do not say how many of .* a server holds\. With 8 assumed/],
  ])('%s: 1 ÷ %d', (device, perNode, told) => {
    expect(inputOf(device, 'accelerators a server')).toBe(perNode);
    expect(toldOf(device)).toMatch(told);
  });

  it('is what the manifest says', () => {
    expect(inputOf('{ accelerator: RTX 4090, per_node: 1 }', 'accelerators a server')).toBe(1);
    expect(toldOf('{ accelerator: RTX 4090, per_node: 1 }')).toBeUndefined();
  });
});

describe('the server', () => {
  it('is the published one behind p5.48xlarge: 5,700 kg, and 2,500 kg elsewhere', () => {
    expect(inputOf('p5.48xlarge', 'making a server')).toBe(5700);
    expect(inputOf('p4d.24xlarge', 'making a server')).toBe(2500);
    expect(inputOf('8 x H100 SXM', 'making a server')).toBe(2500);
  });
});
