import type { OmissionId } from './ids.js';

/** What a report calls the parts of a life cycle that no line covers. */
export const omissionTitles: Record<OmissionId, string> = {
  'unmetered': 'Electricity that was not measured',
  'base-model': 'The base model that was fine-tuned',
  'servers': 'Making the servers around the accelerators',
  'rest-of-computer': 'Making the rest of the computer',
  'failed-runs': 'Failed and preliminary runs',
  'data-generation': 'Data generation and teacher inference',
  'impacts-of-manufacture': 'Manufacture of the hardware, in the further impact categories',
  'water': 'Water',
  'on-site-water': 'Cooling water of the data centre (on-site)',
  'off-site-water': 'Water of generating the electricity (off-site)',
  'water-of-manufacture': 'Water of manufacturing the hardware',
  'storage-and-network': 'Shared network and storage',
  buildings: 'Buildings and cooling plant',
  'end-of-life': 'End of life of the hardware',
};
