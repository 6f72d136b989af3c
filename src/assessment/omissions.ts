import type { OmissionId } from './ids.js';

/** What a report calls the parts of a life cycle that no line covers. */
export const omissionTitles: Record<OmissionId, string> = {
  'failed-runs': 'Failed and preliminary runs',
  'data-generation': 'Data generation and teacher inference',
  'storage-and-network': 'Shared network and storage',
  buildings: 'Buildings and cooling plant',
  'end-of-life': 'End of life of the hardware',
};
