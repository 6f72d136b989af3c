/** Formats that can be read, in the order in which they are tried. */
export const trackerIds = ['codecarbon', 'nvidia-smi', 'zeus', 'boamps', 'impact-framework', 'slurm'] as const;
export type TrackerId = (typeof trackerIds)[number];
