import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { parseQuantity } from '../../../src/units/parse.js';

const made = (phase: string) => assess(parseManifest(`model: M\nphases: [{ phase: training, location: FR, year: 2022, ${phase} }]`));

describe('operations to hours', () => {
  it('3.14e23 FLOP ÷ (312e12 FLOP/s × 0.4) = 698,896 h; the MFU says nothing of the draw', () => {
    const a = made('hardware: A100 SXM4 80GB, flops: 3.14e23 FLOP, mfu: 40 %');
    expect(a.phases[0]?.acceleratorHours?.value).toBeCloseTo(3.14e23 / (312e12 * 0.4) / 3600, 3);
    expect(a.phases[0]?.power?.value).toBeCloseTo(320, 9);
    expect(a.diagnostics.map(({ id }) => id)).toContain('hours-from-flops');
  });

  it('without an MFU takes ours, assumed, with its range', () => {
    const a = made('hardware: H100 SXM, flops: 1e24 FLOP');
    const mfu = a.lines.flatMap(({ inputs }) => inputs).find(({ name }) => name === 'MFU');
    expect(mfu).toMatchObject({ value: 0.35, low: 0.2, high: 0.5, basis: 'assumed' });
    expect(a.diagnostics.map(({ id }) => id)).toContain('default-mfu');
  });

  it('petaflop/s-days are operations: 3640 of them are 3.14e23', () => {
    const days = made('hardware: { accelerator: A100 SXM4 80GB, peak: 312 TFLOP/s }, flops: 3640 PFLOP/s-day, mfu: 0.4');
    expect(days.phases[0]?.acceleratorHours?.value).toBeCloseTo((3640 * 8.64e19) / (312e12 * 0.4) / 3600, 3);
  });

  it.each([
    '3640 PF-days',
    '3640 petaflop/s-days',
    '3640 PFLOP/s-days',
    '314496 EFLOP',
    '3.14496e23 FLOPS',
    '3.14496e23 flops',
    '314.496 zettaFLOPs',
  ])('reads %s as 3.14496e23 operations', (flops) =>
    expect(parseQuantity(flops, 'compute', false)).toMatchObject({ ok: true, value: expect.closeTo(3.14496e23, -12) }));

  it('takes FLOPS for a rate where a rate belongs, and TFLOPS never for operations', () => {
    expect(parseQuantity('312e12 FLOPS', 'compute rate', false)).toMatchObject({ ok: true, value: 312e12 });
    expect(parseQuantity('312 TFLOPS', 'compute', false)).toMatchObject({ ok: false, problem: { kind: 'wrong-dimension' } });
  });

  it('hours on record are the better evidence', () => {
    const a = made('hardware: A100 SXM4 80GB, accelerator_hours: 100, flops: 5e19 FLOP');
    expect(a.phases[0]?.acceleratorHours?.value).toBe(100);
    expect(a.diagnostics.map(({ id }) => id)).toContain('flops-beside-hours');
  });

  it('a hardware without a known peak is asked for it', () => {
    expect(() => made('hardware: { power: 300 W }, flops: 1e24 FLOP')).toThrow(InputError);
  });
});

describe('a machine type of a cloud', () => {
  const at = (text: string) => assess(parseManifest(`model: M\nyear: 2023\nduration: 10 h\nlocation: France\n${text}`));

  it('brings its accelerators, and the PUE of its provider', () => {
    const a = at('hardware: 2 x p4d.24xlarge');
    expect(a.phases[0]).toMatchObject({ device: 'NVIDIA A100 SXM4 40GB', accelerators: 16, pue: 1.15 });
    expect(a.phases[0]?.acceleratorHours?.value).toBe(160);
  });

  it('without a number is one, with a diagnostic', () => {
    const a = at('hardware: a2-highgpu-8g');
    expect(a.phases[0]?.accelerators).toBe(8);
    expect(a.diagnostics.map(({ id }) => id)).toContain('one-instance');
  });
});
