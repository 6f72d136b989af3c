import { isSameTotal } from '../claims/section.js';
import { plain } from '../units/format.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** A total that was changed by hand in one place of the section that carboncard wrote. */
export const sectionTotals = {
  id: 'section-totals',
  severity: 'error',
  question: 'Does the carbon section state one total throughout?',
  audit({ section }) {
    const total = section?.total;
    if (section === undefined || total === undefined) return [];
    const places = section.totals.filter(({ claim }) => isSameTotal(claim, total)).map(({ place }) => place);
    return section.totals
      .filter(({ place }) => !places.includes(place))
      .map(({ place, claim }) => ({ at: claim.at, ...messages.sectionTotals(plain(claim.text), place, plain(total.text), places) }));
  },
} as const satisfies Audit;
