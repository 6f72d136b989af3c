/** The audits, in the order in which they are listed: metadata, arithmetic, plausibility, completeness. Here, since a manifest names them. */
export const auditIds = [
  'metadata-unreadable',
  'metadata-readers',
  'metadata-keys',
  'hub-metadata',
  'metadata-number',
  'metadata-placeholder',
  'metadata-unit',
  'metadata-disagrees',
  'arithmetic',
  'total-is-not-the-sum',
  'rounded-rate',
  'gpu-hours-as-hours',
  'pue-below-one',
  'pue-above-two',
  'pue-twice',
  'power-as-energy',
  'power-above-limit',
  'power-below-idle',
  'guessed-power',
  'implied-intensity',
  'world-average',
  'grid-year',
  'zero-not-measured',
  'numbers-rounded-away',
  'market-alone',
  'offsets-subtracted',
  'section-totals',
  'section-disagrees',
  'same-claim',
  'placeholder-left',
  'embodied-silent',
  'deployment-silent',
] as const;
export type AuditId = (typeof auditIds)[number];

/** The page of an audit in the documentation, from the root of the repository. */
export function auditPage(id: AuditId): string {
  return `docs/audits/${id}.md`;
}

/** What a person can make of an audit: leave it out, or say how much its findings weigh. */
export const auditLevels = ['off', 'note', 'warning', 'error'] as const;
export type AuditLevel = (typeof auditLevels)[number];
