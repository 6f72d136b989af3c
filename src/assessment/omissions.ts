import type { OmissionId } from './ids.js';

/** What a report calls the parts of a life cycle that no line covers. */
export const omissionTitles: Record<OmissionId, string> = {
  'base-model': 'The base model that was fine-tuned',
  'failed-runs': 'Failed and preliminary runs',
  'data-generation': 'Data generation and teacher inference',
  'impacts-of-manufacture': 'Manufacture of the hardware, in the further impact categories',
  'water-of-manufacture': 'Water of manufacturing the hardware',
  'storage-and-network': 'Shared network and storage',
  buildings: 'Buildings and cooling plant',
  'end-of-life': 'End of life of the hardware',
};
