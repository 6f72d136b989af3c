import { agrees } from '../claims/agreement.js';
import type { ClaimedValue } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import { plain } from '../units/format.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** What is labelled as the emissions of the model: `Carbon Emitted: 12 kg`. */
const label = /^\W*(?:total |estimated )*(?:carbon|co[2₂](?:e|eq)?)[ -](?:emitted|emissions?|footprint)/i;

/** A figure of the author's own that stays beside the section that carboncard writes. */
export const sectionDisagrees = {
  id: 'section-disagrees',
  severity: 'warning',
  question: "Do the carbon section and the card's own text agree?",
  audit({ values, section }) {
    if (section === undefined) return [];
    const isInside = ({ at: { line } }: ClaimedValue): boolean => line >= section.from && line <= section.to;
    const emissions = values.filter((claim) => claim.measure === 'emissions' && !claim.is.has('metadata'));
    const ours = emissions.filter(isInside);
    const total = ours.find(({ context }) => label.test(context));
    if (total === undefined) return [];
    return emissions
      .filter((claim) => !isInside(claim) && isStatedTotal(claim) && !ours.some((own) => agrees(own, claim)))
      .map((claim) => ({ at: claim.at, ...messages.sectionDisagrees(plain(claim.text), plain(total.text)) }));
  },
} as const satisfies Audit;

function isStatedTotal(claim: ClaimedValue): boolean {
  return isPlain(claim) && !claim.is.has('rate') && !claim.is.has('hourly') && (label.test(claim.context) || claim.is.has('total'));
}
