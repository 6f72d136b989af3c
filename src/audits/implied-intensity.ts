import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion, isPlain, placeOf } from '../claims/companions.js';
import { expectedFor } from '../claims/expected.js';
import { publishedGrids } from '../claims/grids.js';
import { maxGrid, minGrid, tolerance } from '../claims/thresholds.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

export const impliedIntensity = {
  id: 'implied-intensity',
  severity: 'error',
  question: 'Do emissions ÷ energy give an intensity that a grid can have?',
  audit: (subject) => {
    const found = subject.values.flatMap((claim) => {
      if (claim.measure === 'intensity') return ofStated(claim) ?? [];
      return claim.measure === 'emissions' ? (ofEmissions(subject, claim) ?? []) : [];
    });
    // One mistake, said in two places with the same values.
    return found.filter((finding, order) => found.findIndex((other) => other.message === finding.message) === order);
  },
} as const satisfies Audit;

function ofStated(claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0) return undefined;
  // Wind at its best is a few grams; a zone on lignite or oil can pass the top by a little.
  if (claim.low <= maxGrid * 1.25 && claim.high >= 1) return undefined;
  return { at: claim.at, ...messages.statedIntensity(claim.text, minGrid, maxGrid) };
}

function ofEmissions(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0) return undefined;
  const expected = expectedFor(subject, claim);
  if (expected === undefined || expected.intensity !== undefined) return undefined;
  if (companion(subject, claim, 'intensity', ({ value }) => value === 0) !== undefined) return undefined;
  const { low, high, energy } = expected;
  if (claim.high >= low * (1 - tolerance) && claim.low <= high * (1 + tolerance)) return undefined;
  // What fits in kilograms or tonnes is for `metadata-unit` to say.
  const fitsLarger = [1e3, 1e6].some((size) => claim.high * size >= low && claim.low * size <= high);
  if (claim.is.has('metadata') && claim.high < low && fitsLarger) return undefined;
  const place = placeOf(subject, claim);
  const kilowattHours = energy.isExact ? energy.printed : undefined;
  const published = publishedGrids(place?.place);
  const implied = kilowattHours === undefined ? undefined : claim.value / kilowattHours;
  return {
    at: claim.at,
    ...messages.impliedIntensity(claim.text, {
      energy: energy.words,
      implied,
      expected: { low, high },
      grids: expected.grids,
      place: published && { label: place?.place.label ?? '', ...published },
    }),
  };
}
