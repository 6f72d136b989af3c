/** What an energy or a power was measured with. */
export const instruments = [
  'meter',
  'pdu',
  'bmc',
  'ipmi',
  'nvidia-smi',
  'nvml',
  'dcgm',
  'rocm-smi',
  'rapl',
  'zeus',
  'codecarbon',
  'carbontracker',
  'gpu-sensor',
] as const;
export type Instrument = (typeof instruments)[number];
