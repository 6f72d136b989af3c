import { agrees } from '../claims/agreement.js';
import type { ClaimedValue, Subject } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import { inLargerUnit, mistakenUnits, tooLittle } from '../claims/metadata-size.js';
import { developmentTotal, roundedTotal } from '../claims/section.js';
import { plain } from '../units/format.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

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
  const found = inLargerUnit(metadata, printed);
  return found && { at: metadata.at, ...messages.metadataUnitByText(metadata.number, found.claim.text, found.unit, found.claim.value) };
}

function bySection(total: ClaimedValue, metadata: ClaimedValue): AuditFinding | undefined {
  const rounded = roundedTotal(total);
  if (agrees(rounded, metadata)) return undefined;
  const unit = mistakenUnits.find(({ size }) =>
    agrees(rounded, { value: metadata.value * size, low: metadata.low * size, high: metadata.high * size }),
  );
  return unit && { at: metadata.at, ...messages.metadataUnitByText(metadata.number, plain(total.text), unit.name, total.value) };
}

/** Hours and power, or an energy, ask for more. */
function bySize(subject: Subject, metadata: ClaimedValue): AuditFinding | undefined {
  const found = tooLittle(subject, metadata);
  if (found === undefined) return undefined;
  if (found.kind === 'pre-training') return { at: metadata.at, ...messages.metadataPretraining(metadata.number) };
  const { expected, unit } = found;
  return { at: metadata.at, ...messages.metadataUnitBySize(metadata.number, expected, expected.energy.words, unit) };
}
