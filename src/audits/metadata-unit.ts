import { agrees } from '../claims/agreement.js';
import type { Figure, Subject } from '../claims/claim.js';
import { isPlain } from '../claims/companions.js';
import { expectedFor } from '../claims/expected.js';
import { leastPretraining } from '../claims/thresholds.js';
import type { Audit, Finding } from './audit.js';
import { messages } from './messages.js';

const units = [
  { name: 'kilograms', size: 1e3 },
  { name: 'tonnes', size: 1e6 },
  { name: 'pounds', size: 453.59237 },
] as const;

/** CodeCarbon writes kilograms, so that a missing × 1000 is the mistake that is made most. */
export const metadataUnit = {
  id: 'metadata-unit',
  severity: 'error',
  question: 'Is the metadata in grams, and not in kilograms or tonnes?',
  audit(subject) {
    const metadata = subject.figures.find(({ is }) => is.has('metadata'));
    if (metadata === undefined || !(metadata.value > 0)) return [];
    const found = byText(subject, metadata) ?? bySize(subject, metadata);
    return found === undefined ? [] : [found];
  },
} as const satisfies Audit;

/** The text has the same digits with a larger unit. */
function byText(subject: Subject, metadata: Figure): Finding | undefined {
  const printed = subject.figures.filter(
    (figure) => figure.measure === 'emissions' && figure !== metadata && isPlain(figure) && figure.value > 0,
  );
  if (printed.some((figure) => agrees(figure, metadata))) return undefined;
  for (const { name, size } of units) {
    const same = printed.find(
      (figure) =>
        agrees(figure, { value: metadata.value * size, low: metadata.low * size, high: metadata.high * size }) && sizeOf(figure) === size,
    );
    if (same !== undefined) return { at: metadata.at, sentence: messages.metadataUnitByText(metadata.number, same.text, name, same.value) };
  }
  return undefined;
}

/** What one of a figure's printed unit is in grams. */
function sizeOf(figure: Figure): number {
  const unit = figure.unit.toLowerCase();
  if (/^k(?!t)/.test(unit)) return 1e3;
  return /^(?:lb|pound)/.test(unit) ? 453.59237 : /^(?:t|metric|mt)/.test(unit) ? 1e6 : 1;
}

/** Hours and power, or an energy, ask for more. */
function bySize(subject: Subject, metadata: Figure): Finding | undefined {
  const expected = expectedFor(subject, metadata);
  if (expected === undefined) {
    const type = subject.metadata?.trainingType ?? '';
    const isTooLittle = /^pre-?training$/i.test(type) && metadata.high < leastPretraining;
    return isTooLittle ? { at: metadata.at, sentence: messages.metadataPretraining(metadata.number) } : undefined;
  }
  const { low, high, energy } = expected;
  if (metadata.high >= low) return undefined;
  const fits = units.slice(0, 2).find(({ size }) => metadata.high * size >= low && metadata.low * size <= high);
  return fits && { at: metadata.at, sentence: messages.metadataUnitBySize(metadata.number, low, high, energy.words, fits.name) };
}
