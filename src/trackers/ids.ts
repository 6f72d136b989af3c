/** Formats of logs, in the order in which they are tried. */
export const trackerIds = [
  'codecarbon',
  'codecarbon-output',
  'nvidia-smi',
  'amd-smi',
  'rocm-smi',
  'wandb',
  'zeus',
  'carbontracker',
  'eco2ai',
  'experiment-impact-tracker',
  'boamps',
  'impact-framework',
  'slurm',
  'cyclonedx',
  'hf-trainer',
  'measurement',
  'model-card',
  'csv',
] as const;
export type TrackerId = (typeof trackerIds)[number];
