import { readFrontMatter } from '../../card/front-matter.js';
import { findOwnPart, markers } from '../../card/markers.js';
import type { Declared } from '../../claims/declared.js';
import { createLogReport, fatal } from '../log-report.js';
import { messages as shared } from '../messages.js';
import type { RunPlace } from '../record.js';
import { wholeText } from '../texts/json-text.js';
import type { LogItem, LogText, Tracker } from '../tracker.js';
import { emissionsOf } from './emissions.js';
import { messages } from './messages.js';
import { namedModel } from './named-model.js';
import { timeOf } from './time.js';
import { statedWords } from './words.js';

/** Characters of a card. The longest on the Hub have a tenth of it. */
const maxText = 5_000_000;

/**
 * A model card: `co2_eq_emissions`, which the Hub reads as grams, and the answers below *Environmental Impact*, as the reader of claims has
 * them, so that a draft and an audit of one card cannot differ. They are declared by people. Emissions are read for comparison, or as a
 * published total; values that are not exact are not used, and every answer stays in the draft in its own words.
 */
export const modelCard = {
  id: 'model-card',
  title: 'Model card',
  recognises: (beginning) =>
    (/^\s*---[ \t]*\r?\n/.test(beginning) && /^co2_eq_emissions\s*:/m.test(beginning)) ||
    /^#{1,6}[ \t].*(?:enviro\w* impact|carbon (?:footprint|emissions?))/im.test(beginning) ||
    /^.*enviro\w* impact.*\r?\n(?:=+|-+)[ \t]*$/im.test(beginning) ||
    (/^\s*---[ \t]*\r?\n/.test(beginning) && /^(?:license|library_name|pipeline_tag|base_model|model-index)\s*:/m.test(beginning)) ||
    beginning.includes(markers.begin) ||
    beginning.includes(markers.end),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const card = await wholeText(text, maxText);
  const front = readFrontMatter(card);
  // The parser of Markdown and the tables are loaded only for a card, because loading them is slow.
  const [{ parseBody }, { cardClaims }, { declaredIn }] = await Promise.all([
    import('../../card/body.js'),
    import('../../claims/card.js'),
    import('../../claims/declared.js'),
  ]);
  // Markers that are no pair are an error, as they are for `card`.
  const part = card.includes(markers.begin) || card.includes(markers.end) ? findOwnPart(card, parseBody(card, front.end)) : undefined;
  const subject = cardClaims(card);
  const declared = declaredIn(subject);
  const log = createLogReport();
  const emissions = await emissionsOf(subject, declared, part !== undefined, log.report);
  const energy = declared.energy !== undefined && declared.energy.value > 0 ? declared.energy.value : undefined;
  if (declared.energy?.value === 0) log.report(messages.roundedAway(declared.energy.text));
  const { hours, acceleratorHours, isOpen } = timeOf(declared);
  const { hardware, place } = declared;
  const words = statedWords(
    declared,
    { metadata: subject.metadata, unreadKeys: subject.unreadKeys ?? [], emissions, isTimeOpen: isOpen },
    log.report,
  );
  const isEmpty = [emissions.grams, energy, hours, acceleratorHours, place.place].every((one) => one === undefined);
  if (isEmpty && hardware?.isKnown !== true && place.candidates.length === 0)
    throw fatal(messages.nothingFound(log.remarks().map(({ diagnostic }) => diagnostic.message)));
  if (acceleratorHours !== undefined && declared.time?.measure === 'hours' && !declared.time.is.has('cumulative'))
    log.report(messages.hoursOfDevices());
  if (energy !== undefined) log.report(shared.hiddenPue());
  log.report(messages.declared());
  yield {
    run: {
      tracker: 'model-card',
      lines: [1, card.trimEnd().split(/\r\n|\r|\n/).length],
      phase: stageIn(subject.metadata?.trainingType),
      model: namedModel('values' in front ? front.values : {}, subject.name),
      words,
      hours,
      acceleratorHours,
      energy,
      boundary: energy === undefined ? undefined : 'components',
      parts: {},
      isMeasured: false,
      reported: emissions.grams === undefined ? undefined : emissions.grams / 1000,
      intensity: declared.intensity?.value,
      // Hours of all devices already include their number.
      accelerator: hardware && (acceleratorHours === undefined ? { name: hardware.name, count: hardware.count } : { name: hardware.name }),
      place: runPlace(declared),
    },
  };
  yield* log.remarks();
}

/** What the Hub's documentation has as `training_type`, however it is spelled. */
function stageIn(trainingType: string | undefined): 'training' | 'finetuning' | undefined {
  const word = trainingType?.toLowerCase().replace(/[^a-z]/g, '');
  if (word === undefined) return undefined;
  return /^pre-?train/.test(word) ? 'training' : /^finetun/.test(word) ? 'finetuning' : undefined;
}

function runPlace({ place: { place, named, candidates, stated } }: Declared): RunPlace {
  if (place?.region !== undefined) return { cloud: place.region.cloud, cloudRegion: place.region.region };
  if (place !== undefined && place.zone === undefined && place.country !== undefined && place.centre === undefined)
    return { country: place.country };
  return candidates.length === 0 ? { named } : { region: stated, candidates };
}
