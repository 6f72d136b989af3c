/** Formats that can be read, in the order in which they are tried. */
export const trackerIds = ['codecarbon', 'nvidia-smi', 'zeus'] as const;
export type TrackerId = (typeof trackerIds)[number];
