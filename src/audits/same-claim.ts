import type { ClaimedValue, Subject } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** Digits that two models don't share by chance. */
const minDigits = 3;

/** The full effort of a shared project, claimed by each of its cards. */
export const sameClaim = {
  id: 'same-claim',
  severity: 'warning',
  question: 'Do several cards claim the same emissions, each in full?',
  audit(subject, others) {
    const claim = claimOf(subject);
    if (claim === undefined || subject.kind !== 'card') return [];
    const same = others.filter(
      (other) => other !== subject && other.kind === 'card' && nameOf(other) !== nameOf(subject) && isSame(claimOf(other), claim),
    );
    return same.length === 0
      ? []
      : [
          {
            at: claim.at,
            ...messages.sameClaim(
              claim.text,
              same.map((other) => other.file ?? nameOf(other)),
            ),
          },
        ];
  },
} as const satisfies Audit;

function nameOf({ name, file }: Subject): string {
  return name ?? file ?? '';
}

/** What a card claims as its own: the metadata, else what it says was emitted. A section without a card has no name, and claims nothing beside it. */
function claimOf({ values, name, metadata }: Subject): ClaimedValue | undefined {
  if (name === undefined && metadata === undefined) return undefined;
  const own =
    values.find(({ is }) => is.has('metadata')) ??
    values.find((claim) => claim.measure === 'emissions' && isPlain(claim) && /^\W*carbon emi/i.test(claim.context));
  return own !== undefined && own.value > 0 && digitsOf(own) >= minDigits ? own : undefined;
}

function digitsOf({ number }: ClaimedValue): number {
  return number.replace(/[^\d]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

function isSame(one: ClaimedValue | undefined, other: ClaimedValue): boolean {
  return one !== undefined && Math.abs(one.value / other.value - 1) < 1e-9;
}
