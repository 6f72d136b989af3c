import type { Figure, Subject } from '../claims/claim.js';
import { companion, isPlain, placeOf } from '../claims/companions.js';
import { expectedFor } from '../claims/expected.js';
import { highestGrid, lowestGrid, tolerance } from '../claims/thresholds.js';
import type { Audit, Finding } from './audit.js';
import { messages } from './messages.js';

export const impliedIntensity = {
  id: 'implied-intensity',
  severity: 'error',
  question: 'Is there a grid with the intensity that emissions ÷ energy imply?',
  audit: (subject) => {
    const found = subject.figures.flatMap((figure) => {
      if (figure.measure === 'intensity') return ofStated(figure) ?? [];
      return figure.measure === 'emissions' ? (ofEmissions(subject, figure) ?? []) : [];
    });
    // One mistake, said in two places with the same figures.
    return found.filter((finding, order) => found.findIndex((other) => other.sentence.message === finding.sentence.message) === order);
  },
} as const satisfies Audit;

function ofStated(figure: Figure): Finding | undefined {
  if (!isPlain(figure) || figure.value <= 0) return undefined;
  // Wind at its best is a few grams; a zone on lignite or oil can pass the top by a little.
  if (figure.low <= highestGrid * 1.25 && figure.high >= 1) return undefined;
  return { at: figure.at, sentence: messages.statedIntensity(figure.text, lowestGrid, highestGrid) };
}

function ofEmissions(subject: Subject, figure: Figure): Finding | undefined {
  if (!isPlain(figure) || figure.value <= 0) return undefined;
  const expected = expectedFor(subject, figure);
  if (expected === undefined || expected.intensity !== undefined) return undefined;
  if (companion(subject, figure, 'intensity', ({ value }) => value === 0) !== undefined) return undefined;
  const { low, high, energy } = expected;
  if (figure.high >= low * (1 - tolerance) && figure.low <= high * (1 + tolerance)) return undefined;
  // What fits in kilograms or tonnes is for `metadata-unit` to say.
  const fitsLarger = [1e3, 1e6].some((size) => figure.high * size >= low && figure.low * size <= high);
  if (figure.is.has('metadata') && figure.high < low && fitsLarger) return undefined;
  const place = placeOf(subject, figure);
  const drawn = energy.figure?.value ?? energy.product;
  const where = place === undefined ? '' : ` in ${place.place.label}`;
  const implied = drawn === undefined ? undefined : figure.value / drawn;
  return { at: figure.at, sentence: messages.impliedIntensity(figure.text, energy.words, implied, { low, high }, expected.grids, where) };
}
