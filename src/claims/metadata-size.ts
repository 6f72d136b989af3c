import { agrees } from './agreement.js';
import type { ClaimedValue, Subject } from './claim.js';
import { type Expected, expectedFor } from './expected.js';
import { minPretraining } from './thresholds.js';

/** Units that are mistaken for grams, and their size. */
export const mistakenUnits = [
  { name: 'kilograms', size: 1e3 },
  { name: 'tonnes', size: 1e6 },
  { name: 'pounds', size: 453.59237 },
] as const;

/** Emissions of the metadata that are far too little for what the card says around them. */
export type TooLittle =
  | { readonly kind: 'pre-training' }
  /** In another unit they would fit the hours and the power, or the energy. */
  | { readonly kind: 'unit'; readonly expected: Expected; readonly unit: string };

/** Hours and power, or an energy, ask for more than the metadata has. */
export function tooLittle(subject: Subject, metadata: ClaimedValue): TooLittle | undefined {
  const expected = expectedFor(subject, metadata);
  if (expected === undefined) {
    const type = subject.metadata?.trainingType ?? '';
    // The text may print the same grams: a toy, and no slip of a unit.
    const isPrinted = subject.values.some((claim) => claim.measure === 'emissions' && claim !== metadata && agrees(claim, metadata));
    return /^pre-?training$/i.test(type) && metadata.high < minPretraining && !isPrinted ? { kind: 'pre-training' } : undefined;
  }
  const { low, high } = expected;
  if (metadata.high >= low) return undefined;
  const fits = mistakenUnits.slice(0, 2).find(({ size }) => metadata.high * size >= low && metadata.low * size <= high);
  return fits && { kind: 'unit', expected, unit: fits.name };
}

/** A value of the text that the metadata has the digits of, in a larger unit. */
export function inLargerUnit(
  metadata: ClaimedValue,
  printed: readonly ClaimedValue[],
): { readonly claim: ClaimedValue; readonly unit: string } | undefined {
  for (const { name, size } of mistakenUnits) {
    const scaled = { value: metadata.value * size, low: metadata.low * size, high: metadata.high * size };
    const claim = printed.find((one) => agrees(one, scaled) && sizeOf(one) === size);
    if (claim !== undefined) return { claim, unit: name };
  }
  return undefined;
}

/** The printed unit of a value, in grams. */
function sizeOf(claim: ClaimedValue): number {
  const unit = claim.unit.toLowerCase();
  if (/^k(?!t)/.test(unit)) return 1e3;
  return /^(?:lb|pound)/.test(unit) ? 453.59237 : /^(?:t|metric|mt)/.test(unit) ? 1e6 : 1;
}
