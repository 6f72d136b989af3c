import type { ClaimedValue, Subject } from '../../claims/claim.js';
import type { Declared } from '../../claims/declared.js';
import type { Report } from '../../diagnostics/report.js';
import { messages } from './messages.js';

/** Emissions of a card, and what is left open of them. */
export interface CardEmissions {
  readonly grams?: number | undefined;
  /** What to ask where the metadata was not used. */
  readonly asked?: string | undefined;
  /** The value of the text was not used. */
  readonly isTextOpen: boolean;
}

/**
 * The one value that metadata and text agree on; none where the card contradicts itself, or has a placeholder or a value that its hours or
 * its energy rule out.
 */
export async function emissionsOf(subject: Subject, declared: Declared, hasOwnPart: boolean, report: Report): Promise<CardEmissions> {
  const stated = statedIn(declared, report);
  const isTextOpen = stated === undefined;
  const isOwn = hasOwnPart || /\bcarboncard\b/i.test(subject.metadata?.source ?? '');
  if (isOwn) report(messages.ownSection());
  const metadata = isOwn ? undefined : metadataOf(subject, report);
  if (metadata === undefined) return { grams: stated?.value, isTextOpen };
  const { inLargerUnit, tooLittle } = await import('../../claims/metadata-size.js');
  const { agrees } = await import('../../claims/agreement.js');
  const printed = subject.values.filter(
    (claim) => claim.measure === 'emissions' && claim !== metadata && claim.value > 0 && !claim.is.has('rate'),
  );
  const isPrinted = printed.some((claim) => agrees(claim, metadata));
  const slip = isPrinted ? undefined : inLargerUnit(metadata, stated === undefined ? printed : [stated]);
  if (slip !== undefined) {
    report(messages.kilogramsAsGrams(metadata.number, slip.unit, slip.claim.text));
    return { grams: slip.claim.value, isTextOpen, asked: 'is it in grams' };
  }
  if (metadata.value === 0 || metadata.value === 1) {
    report(messages.placeholder(metadata.value));
    return { grams: stated?.value, isTextOpen, asked: 'it looks like a placeholder: how many grams' };
  }
  if (stated !== undefined && !agrees(stated, metadata)) {
    report(messages.twoEmissions(metadata.value, stated.value));
    return { isTextOpen: true, asked: 'which of the two totals is right' };
  }
  const little = tooLittle(subject, metadata);
  if (little === undefined || isPrinted) return { grams: metadata.value, isTextOpen };
  report(
    little.kind === 'unit'
      ? messages.tooLittleFor(metadata.number, little.expected.energy.words, little.unit)
      : messages.tooLittleForTraining(metadata.number),
  );
  return { isTextOpen, asked: 'too little as grams: in which unit is it' };
}

/** Tons, of which there are three kinds, are not used, nor what was rounded to 0. */
function statedIn({ emissions }: Declared, report: Report): ClaimedValue | undefined {
  if (emissions === undefined || /^tons?\b/i.test(emissions.unit)) return undefined;
  if (emissions.value > 0 && Number.isFinite(emissions.value)) return emissions;
  report(messages.roundedAway(emissions.text));
  return undefined;
}

/** `co2_eq_emissions`, where it is a number. An invalid value is a warning: the rest of the card can be read without it. */
function metadataOf({ metadata, values }: Subject, report: Report): ClaimedValue | undefined {
  if (metadata === undefined || metadata.shape === 'nothing') return undefined;
  const value = values.find(({ is }) => is.has('metadata'));
  if (value === undefined || value.value < 0) report(messages.metadataNotTaken(metadata.raw));
  return value === undefined || value.value < 0 ? undefined : value;
}
