/** Parts of a life cycle that no line covers, always listed when absent: silence is what this program is against. */
export const omissionIds = ['failed-runs', 'data-generation', 'storage-and-network', 'buildings', 'end-of-life'] as const;
export type OmissionId = (typeof omissionIds)[number];

export const omissionTitles: Record<OmissionId, string> = {
  'failed-runs': 'Failed and preliminary runs',
  'data-generation': 'Data generation and teacher inference',
  'storage-and-network': 'Shared network and storage',
  buildings: 'Buildings and cooling plant',
  'end-of-life': 'End of life of the hardware',
};
