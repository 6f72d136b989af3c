import { agrees } from '../claims/agreement.js';
import type { Figure, Subject } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** Factors between two figures that are the same in another unit, which is for `metadata-unit` to say. */
const unitFactors = [1e3, 1e6, 453.59237];

export const metadataDisagrees = {
  id: 'metadata-disagrees',
  severity: 'warning',
  question: 'Do prose and metadata say the same?',
  audit(subject) {
    const metadata = subject.figures.find(({ is }) => is.has('metadata'));
    if (metadata === undefined || !(metadata.value > 1)) return [];
    const printed = subject.figures.filter((figure) => figure.measure === 'emissions' && figure !== metadata && isStated(figure));
    if (printed.length === 0 || printed.some((figure) => agrees(figure, metadata) || isOtherUnit(figure, metadata))) return [];
    // A part of what the metadata counts, or a sum of several, is no disagreement.
    const stated = statedTotal(printed, subject);
    return stated === undefined ? [] : [{ at: metadata.at, sentence: messages.metadataDisagrees(metadata.value, stated.text) }];
  },
} as const satisfies Audit;

function isStated(figure: Figure): boolean {
  return (isPlain(figure) || figure.is.has('market')) && !figure.is.has('rate') && figure.value > 0;
}

function isOtherUnit(figure: Figure, metadata: Figure): boolean {
  return unitFactors.some((size) => agrees(figure, { value: metadata.value * size, low: metadata.low * size, high: metadata.high * size }));
}

/** The one figure of a text, or the one that is labelled as what was emitted. */
function statedTotal(printed: readonly Figure[], { figures }: Subject): Figure | undefined {
  const [first, ...others] = printed.filter((figure) => !figure.is.has('market'));
  if (first === undefined) return undefined;
  if (others.every((other) => agrees(other, first))) return first;
  const labelled = printed.filter(({ context }) => /^(?:\W*(?:total )?carbon (?:emitted|emissions)|co[2₂] emissions)/i.test(context));
  const [own, ...more] = labelled;
  const isOfWhole = figures.filter(({ measure }) => measure === 'emissions').length <= 4;
  return own !== undefined && isOfWhole && more.every((other) => agrees(other, own)) ? own : undefined;
}
