import type { RangeId } from '../factors/ranges.js';

/** What an energy or power was measured with, and the default range that goes with it. */
export const instrumentRanges = {
  meter: 'meter',
  pdu: 'meter',
  bmc: 'node-sensor',
  ipmi: 'node-sensor',
  'nvidia-smi': 'gpu-sensor',
  nvml: 'gpu-sensor',
  dcgm: 'gpu-sensor',
  'rocm-smi': 'gpu-sensor',
  rapl: 'gpu-sensor',
  zeus: 'gpu-sensor',
  codecarbon: 'gpu-sensor',
  carbontracker: 'gpu-sensor',
  'gpu-sensor': 'gpu-sensor',
} as const satisfies Readonly<Record<string, RangeId>>;

export type Instrument = keyof typeof instrumentRanges;
export const instruments = Object.keys(instrumentRanges) as readonly Instrument[];
