import type { ImpactCategory } from './ids.js';

/** What reports call the further impact categories. */
export const impactTitles: Record<ImpactCategory, string> = {
  'adpe': 'abiotic resource depletion (ADP, elements)',
  'primary-energy': 'primary energy',
};
