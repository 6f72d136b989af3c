import { agrees } from '../claims/agreement.js';
import type { ClaimedValue, Subject } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import { developmentTotal, isInside, roundedTotal } from '../claims/section.js';
import { plain } from '../units/format.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

/** Factors between two values that are the same in another unit, which is for `metadata-unit` to say. */
const unitFactors = [1e3, 1e6, 453.59237];

export const metadataDisagrees = {
  id: 'metadata-disagrees',
  severity: 'warning',
  otherSeverity: 'error',
  question: 'Do the text and the metadata agree?',
  audit(subject) {
    const metadata = subject.values.find(({ is }) => is.has('metadata'));
    if (metadata === undefined) return [];
    const total = developmentTotal(subject);
    if (total !== undefined) return ofSection(metadata, total);
    if (!(metadata.value > 1)) return [];
    const { section } = subject;
    const printed = subject.values.filter(
      (claim) =>
        claim.measure === 'emissions' && claim !== metadata && isStated(claim) && (section === undefined || !isInside(section, claim)),
    );
    if (printed.length === 0 || printed.some((claim) => agrees(claim, metadata) || isOtherUnit(claim, metadata))) return [];
    // A part of what the metadata counts, or a sum of several, is no disagreement.
    const stated = statedTotal(printed, subject);
    return stated === undefined ? [] : [{ at: metadata.at, ...messages.metadataDisagrees(metadata.value, stated.text) }];
  },
} as const satisfies Audit;

/** The section and the front matter are written together, so that only the section's total can be the same value. */
function ofSection(metadata: ClaimedValue, total: ClaimedValue): readonly AuditFinding[] {
  // 0 and 1 are placeholders, and what is below 0 is no amount: other audits say so.
  if (metadata.value <= 0 || metadata.value === 1) return [];
  const rounded = roundedTotal(total);
  if (agrees(rounded, metadata) || isOtherUnit(rounded, metadata)) return [];
  return [{ at: metadata.at, severity: 'error', ...messages.metadataDisagreesWithSection(metadata.value, plain(total.text)) }];
}

function isStated(claim: ClaimedValue): boolean {
  return (isPlain(claim) || claim.is.has('market')) && !claim.is.has('rate') && claim.value > 0;
}

function isOtherUnit(claim: Pick<ClaimedValue, 'value' | 'low' | 'high'>, metadata: ClaimedValue): boolean {
  return unitFactors.some((size) => agrees(claim, { value: metadata.value * size, low: metadata.low * size, high: metadata.high * size }));
}

/** The only value of a text, or the one that is labelled as what was emitted. */
function statedTotal(printed: readonly ClaimedValue[], { values }: Subject): ClaimedValue | undefined {
  const [first, ...others] = printed.filter((claim) => !claim.is.has('market'));
  if (first === undefined) return undefined;
  if (others.every((other) => agrees(other, first))) return first;
  const labelled = printed.filter(({ context }) => /^(?:\W*(?:total )?carbon (?:emitted|emissions)|co[2₂] emissions)/i.test(context));
  const [own, ...more] = labelled;
  const isOfWhole = values.filter(({ measure }) => measure === 'emissions').length <= 4;
  return own !== undefined && isOfWhole && more.every((other) => agrees(other, own)) ? own : undefined;
}
