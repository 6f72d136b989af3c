import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion } from '../claims/companions.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

const isAbove = ({ value }: { readonly value: number }): boolean => value > 0;
const isGreen = /market|renewable|offset|carbon[- ]?(?:free|neutral)|net[- ]?zero|green energy|hydro|solar|wind|100\s?%/i;

export const zeroNotMeasured = {
  id: 'zero-not-measured',
  severity: 'warning',
  question: 'Was a zero measured?',
  audit: (subject) => subject.values.flatMap((claim) => findingOf(subject, claim) ?? []),
} as const satisfies Audit;

function findingOf(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  const { measure, value, is, context, text, at } = claim;
  if (value !== 0 || subject.kind === 'assessment' || is.has('metadata') || is.has('range') || is.has('rate')) return undefined;
  if (measure === 'energy' && is.has('gpu')) return { at, ...messages.zeroGpuEnergy(text) };
  if (measure === 'power') {
    const energy = companion(subject, claim, 'energy', isAbove);
    return energy && (is.has('gpu') || !is.has('cpu')) ? { at, ...messages.zeroPower(text, energy.text) } : undefined;
  }
  const isRounded = /^0?\.0+$/.test(claim.number);
  if (isRounded) return undefined;
  if (measure === 'energy') return isGreen.test(context) || isOfOverhead(subject, claim) ? undefined : { at, ...messages.zeroEnergy(text) };
  if (measure !== 'emissions' || is.has('market') || is.has('offset') || isGreen.test(context)) return undefined;
  if (companion(subject, claim, 'intensity', () => true)?.value === 0) return undefined;
  const work =
    companion(subject, claim, 'energy', isAbove) ??
    companion(subject, claim, 'accelerator-hours', isAbove) ??
    companion(subject, claim, 'hours', isAbove);
  return work && { at, ...messages.zeroEmissions(text, work.text) };
}

/** With a PUE of 1 the facility adds nothing. */
function isOfOverhead({ passages }: Subject, { scopes: [sentence, row] }: ClaimedValue): boolean {
  const isOwn = ({ scopes }: (typeof passages)[number]): boolean => scopes[0] === sentence || scopes[1] === row;
  return passages.some((passage) => isOwn(passage) && /\boverhead\b|\bcooling\b/i.test(passage.text));
}
