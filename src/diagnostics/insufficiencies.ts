/** Diagnostics that say that something lacks, which can follow from another fault. */
export const insufficiencies: readonly string[] = [
  'no-energy',
  'no-time',
  'no-power',
  'no-place',
  'no-grid',
  'no-grid-year',
  'accelerators-missing',
  'size-missing',
  'missing-key',
  'no-phases',
];
