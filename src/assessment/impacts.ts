import { formatted } from '../units/format.js';
import { type ImpactCategory, impactCategories } from './ids.js';
import type { Total } from './totals.js';

/** What reports call the further impact categories. */
export const impactTitles: Record<ImpactCategory, string> = {
  'adpe': 'abiotic resource depletion (ADP, elements)',
  'primary-energy': 'primary energy',
};

/** The further impacts of a total, in words; nothing where none is counted. */
export function impactsText({ impacts = {} }: Pick<Total, 'impacts'>): string | undefined {
  const found = impactCategories.flatMap((category) => {
    const amount = impacts[category];
    return amount === undefined ? [] : [`${impactTitles[category]} ${formatted(amount).text}`];
  });
  return found.length === 0 ? undefined : found.join('; ');
}
