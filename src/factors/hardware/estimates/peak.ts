import type { Factor, FactorSource } from '../../factor.js';
import { ownAssumption } from '../../sources.js';

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

/** The peak against which a utilisation (MFU) is meant. Data sheets print twice as much where they count sparsity. */
export function peakOf(
  id: string,
  name: string,
  { bf16, fp16, fp32 }: Throughput,
  source: FactorSource,
  note?: string,
): Factor<'FLOP/s'> | undefined {
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
    ...(note === undefined ? {} : { note }),
    source,
  };
}

/** Operations that the model needs ÷ operations that the device could do. It turns FLOPs into hours and says nothing of power. */
export const defaultMfu: Factor<'1'> = {
  id: 'default-mfu',
  title: 'Model FLOPs utilisation (MFU)',
  value: 0.35,
  low: 0.2,
  high: 0.5,
  unit: '1',
  kind: 'assumed',
  note: 'Between GPT-3 (0.21) and PaLM (0.46), with Megatron-Turing NLG (0.30) and Gopher (0.33), all as tabulated in the PaLM paper (arXiv 2204.02311).',
  source: ownAssumption,
};
