import { agrees } from '../claims/agreement.js';
import type { ClaimedValue } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import { isInside, roundedTotal } from '../claims/section.js';
import { plain } from '../units/format.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** What is labelled as the emissions of the model: `Carbon Emitted: 12 kg`. */
const label = /^\W*(?:total |estimated )*(?:carbon|co[2₂](?:e|eq)?)[ -](?:emitted|emissions?|footprint)/i;

/** Words that a label of the whole has: with others it is of a part, of a rate or of another thing. */
const wordOfWhole =
  /^(?:total|overall|estimated|estimate|approximate|carbon|carbono|carbone|carbonio|kohlenstoff\w*|co2|co2e|co2eq|eq|e|equivalents?|emitted|\w*emiss?i?o[ne]\w*|footprint|ghg|greenhouse|gas|gases|model|training|the|of|for|from|during|in|de|d|du|del|da|di|la|le|kg|g|grams?|kilograms?|tonnes?|t)$/;

function isOfWhole(text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('₂', '2')
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word !== '').every((word) => wordOfWhole.test(word));
}

/** `The model emitted 12 kg`, `Training emitted 12 kg`; not the base model, nor an inference. */
const emitted =
  /(?:\b(?:the|this|our) (?:\w+ )?(?:model|training|run)|^\W*(?:pre-?training|training|fine-?tuning)(?: \w+){0,4}?)\b[^.;]{0,40}\b(?:emitted|produced|caused|generated|released)\b/i;
const ofOther = /\b(?:base|teacher|parent|other|previous|original|larger|smaller) models?\b|\binference\b|\bserving\b/i;

/** A figure of the author's own that stays beside the section that carboncard writes. */
export const sectionDisagrees = {
  id: 'section-disagrees',
  severity: 'warning',
  question: "Do the carbon section and the card's own text agree?",
  audit({ values, section, answers }) {
    const total = section?.total;
    if (section === undefined || total === undefined) return [];
    const emissions = values.filter((claim) => claim.measure === 'emissions' && !claim.is.has('metadata'));
    const ours = emissions.filter((claim) => isInside(section, claim));
    const labelled = new Set(
      answers.filter(({ label: { measure, text } }) => measure === 'emissions' && isOfWhole(text)).flatMap((answer) => answer.values),
    );
    const isTotal = (claim: ClaimedValue): boolean => isStatedTotal(claim) || (isPlain(claim) && labelled.has(claim));
    const agreed = (claim: ClaimedValue): boolean =>
      agrees(roundedTotal(total), claim) || ours.some((own) => isNamed(own, claim.context) && agrees(own, claim));
    return emissions
      .filter((claim) => !isInside(section, claim) && isTotal(claim) && !agreed(claim))
      .map((claim) => ({ at: claim.at, ...messages.sectionDisagrees(plain(claim.text), plain(total.text)) }));
  },
} as const satisfies Audit;

/** Whether a text names what another value of the section is of: a figure that is named so is no other total. */
function isNamed({ context }: ClaimedValue, text: string): boolean {
  if (/accelerators × PUE/.test(context)) return /\bPUE\b/.test(text);
  if (/\brequests\b|\bUse\b/.test(context)) return /\b(?:inference|deployment|serving|requests?)\b/i.test(text);
  const row = /^\W*Emissions, [^:(]*\((.+)\): /.exec(context)?.[1]?.toLowerCase();
  return row !== undefined && row !== 'total' && text.toLowerCase().includes(row);
}

function isStatedTotal(claim: ClaimedValue): boolean {
  return (
    isPlain(claim) &&
    !claim.is.has('rate') &&
    !claim.is.has('hourly') &&
    (label.test(claim.context) || claim.is.has('total') || (emitted.test(claim.context) && !ofOther.test(claim.context)))
  );
}
