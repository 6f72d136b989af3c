import { describe, expect, it } from 'vitest';
import { faultsOf, madeOf } from '../made.js';

const manifest = (flops: string, hardware: string, phase = 'training') =>
  `location: FI\nphases:\n  - { phase: ${phase}, hardware: ${hardware}, duration: 10 days, flops: ${flops} FLOP }`;
const found = (text: string): readonly string[] =>
  madeOf(text)
    .diagnostics.filter(({ id }) => id === 'implied-mfu')
    .map(({ severity, message }) => `${severity}: ${message}`.replaceAll('\u202f', ' '));
const a100 = '{ accelerator: A100 SXM 80GB, accelerators: 64 }';
const h100InFp8 = '{ accelerator: H100 SXM, accelerators: 64, peak: 1979 TFLOP/s }';

describe('operations in recorded hours', () => {
  it('beyond twice the 16-bit peak are an error: 5e22 FLOP ÷ (64 × 240 h × 3,600 s × 383 TFLOP/s) = 236 %', () => {
    expect(faultsOf(() => madeOf(manifest('5e22', '64 x MI250X')))).toEqual(['implied-mfu']);
    expect(() => madeOf(manifest('5e22', '64 x MI250X'))).toThrow(
      /^5 × 10²²\u202fFLOP in 15,360 accelerator-hours is 236\u202f% of the 16-bit peak/,
    );
  });

  it.each([
    ['1.3 times the peak, which FP8 allows', '2.2e22', a100, 'warning'],
    ['90 %', '1.55e22', a100, 'warning'],
    ['1 %', '1.7e20', a100, 'warning'],
    ['80 % of a declared peak', '8.7e22', h100InFp8, 'warning'],
  ])('are questioned: %s', (_, flops, hardware, severity) => {
    expect(found(manifest(flops, hardware))).toMatchObject([expect.stringMatching(new RegExp(`^${severity}: `))]);
  });

  it.each([
    ['40 %', '6.9e21', a100],
    ['16 % of an FP8 peak', '1.75e22', h100InFp8],
  ])('raise nothing: %s', (_, flops, hardware) => {
    expect(found(manifest(flops, hardware))).toEqual([]);
  });

  it('beyond a declared peak are an error', () => {
    expect(faultsOf(() => madeOf(manifest('1.3e23', h100InFp8)))).toEqual(['implied-mfu']);
  });

  it('may be few in other phases: evaluation waits for data', () => {
    expect(found(manifest('1.7e20', a100, 'evaluation'))).toEqual([]);
  });
});
