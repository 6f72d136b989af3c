import type { Factor, FactorSource } from '../../factor.js';

/** Tera-operations a second of one device, dense, in the precision that training uses on it. */
export interface Throughput {
  readonly bf16?: number | undefined;
  readonly fp16?: number | undefined;
  readonly fp32?: number | undefined;
}

const kinds = {
  bf16: 'peak of dense BF16 matrix operations, without sparsity',
  fp16: 'peak of dense FP16 operations, accumulated in FP32 where it has tensor cores',
  fp32: 'peak of FP32 operations; it has no tensor cores and no faster FP16',
} as const;

/** Whose peak it is, and where it comes from. */
interface PeakOf {
  readonly id: string;
  readonly name: string;
  readonly throughput: Throughput;
  readonly source: FactorSource;
  readonly note: string | undefined;
}

/** The peak that a utilisation (MFU) refers to. Data sheets print twice as much where they count sparsity. */
export function peakOf({ id, name, throughput, source, note }: PeakOf): Factor<'FLOP/s'> | undefined {
  const { bf16, fp16, fp32 } = throughput;
  const tera = bf16 ?? fp16 ?? fp32;
  if (tera === undefined) return undefined;
  return {
    id: `device-${id}-peak`,
    title: `${name}, peak throughput`,
    value: Math.round(tera * 1e12),
    range: 'definition',
    unit: 'FLOP/s',
    year: source.year,
    kind: kinds[bf16 !== undefined ? 'bf16' : fp16 !== undefined ? 'fp16' : 'fp32'],
    note,
    source,
  };
}
