import { agrees } from '../claims/agreement.js';
import type { ClaimedValue, Subject } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import { expectedFor } from '../claims/expected.js';
import { developmentTotal, roundedTotal } from '../claims/section.js';
import { minPretraining } from '../claims/thresholds.js';
import { plain } from '../units/format.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

const units = [
  { name: 'kilograms', size: 1e3 },
  { name: 'tonnes', size: 1e6 },
  { name: 'pounds', size: 453.59237 },
] as const;

/** CodeCarbon writes kilograms, so that a missing × 1000 is the most frequent mistake. */
export const metadataUnit = {
  id: 'metadata-unit',
  severity: 'error',
  question: 'Is the metadata in grams, and not in kilograms or tonnes?',
  audit(subject) {
    const metadata = subject.values.find(({ is }) => is.has('metadata'));
    if (metadata === undefined || !(metadata.value > 0)) return [];
    const found = byText(subject, metadata) ?? bySize(subject, metadata);
    return found === undefined ? [] : [found];
  },
} as const satisfies Audit;

/** The text has the same digits with a larger unit; the total of a section that carboncard wrote, in whatever unit. */
function byText(subject: Subject, metadata: ClaimedValue): AuditFinding | undefined {
  const total = developmentTotal(subject);
  if (total !== undefined) return bySection(total, metadata);
  const printed = subject.values.filter(
    (claim) => claim.measure === 'emissions' && claim !== metadata && isPlain(claim) && claim.value > 0,
  );
  if (printed.some((claim) => agrees(claim, metadata))) return undefined;
  for (const { name, size } of units) {
    const same = printed.find(
      (claim) =>
        agrees(claim, { value: metadata.value * size, low: metadata.low * size, high: metadata.high * size }) && sizeOf(claim) === size,
    );
    if (same !== undefined) return { at: metadata.at, ...messages.metadataUnitByText(metadata.number, same.text, name, same.value) };
  }
  return undefined;
}

function bySection(total: ClaimedValue, metadata: ClaimedValue): AuditFinding | undefined {
  const rounded = roundedTotal(total);
  if (agrees(rounded, metadata)) return undefined;
  const unit = units.find(({ size }) =>
    agrees(rounded, { value: metadata.value * size, low: metadata.low * size, high: metadata.high * size }),
  );
  return unit && { at: metadata.at, ...messages.metadataUnitByText(metadata.number, plain(total.text), unit.name, total.value) };
}

/** The printed unit of a value, in grams. */
function sizeOf(claim: ClaimedValue): number {
  const unit = claim.unit.toLowerCase();
  if (/^k(?!t)/.test(unit)) return 1e3;
  return /^(?:lb|pound)/.test(unit) ? 453.59237 : /^(?:t|metric|mt)/.test(unit) ? 1e6 : 1;
}

/** Hours and power, or an energy, ask for more. */
function bySize(subject: Subject, metadata: ClaimedValue): AuditFinding | undefined {
  const expected = expectedFor(subject, metadata);
  if (expected === undefined) {
    const type = subject.metadata?.trainingType ?? '';
    // The text may print the same grams: a toy, and no slip of a unit.
    const isPrinted = subject.values.some((claim) => claim.measure === 'emissions' && claim !== metadata && agrees(claim, metadata));
    const isTooLittle = /^pre-?training$/i.test(type) && metadata.high < minPretraining && !isPrinted;
    return isTooLittle ? { at: metadata.at, ...messages.metadataPretraining(metadata.number) } : undefined;
  }
  const { low, high, energy } = expected;
  if (metadata.high >= low) return undefined;
  const fits = units.slice(0, 2).find(({ size }) => metadata.high * size >= low && metadata.low * size <= high);
  return fits && { at: metadata.at, ...messages.metadataUnitBySize(metadata.number, { low, high }, energy.words, fits.name) };
}
