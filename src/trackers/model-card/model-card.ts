import type { PhaseKind } from '../../assessment/assessment.js';
import { co2Key } from '../../card/co2-emissions.js';
import { readFrontMatter } from '../../card/front-matter.js';
import { findOwnPart } from '../../card/markers.js';
import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { numberIn, own, wholeText } from '../texts/json-text.js';
import type { LogItem, LogText, Tracker } from '../tracker.js';
import { type Answers, answersIn, emissionsIn, hardwareIn, hoursIn, kilowattHoursIn, placeIn } from './answers.js';
import { messages } from './messages.js';

/** Characters of a card. The longest on the Hub have a tenth of it. */
const maxText = 5_000_000;

/** Share by which two values may differ that are rounded differently. */
const tolerance = 0.02;

const stages: Readonly<Record<string, PhaseKind>> = { 'pre-training': 'training', 'fine-tuning': 'finetuning' };

/**
 * A model card: `co2_eq_emissions`, which the Hub reads as grams, and the answers below *Environmental Impact*. They are
 * declared by people. Emissions are read for comparison only, and values that are not exact are not used.
 */
export const modelCard = {
  id: 'model-card',
  title: 'Model card',
  recognises: (beginning) =>
    (/^\s*---[ \t]*\r?\n/.test(beginning) && /^co2_eq_emissions\s*:/m.test(beginning)) ||
    /^#{1,6}[ \t]+.*enviro\w* impact/im.test(beginning) ||
    /^.*enviro\w* impact.*\r?\n(?:=+|-+)[ \t]*$/im.test(beginning),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const card = await wholeText(text, maxText);
  const front = readFrontMatter(card);
  // The parser of Markdown is loaded only for a card, because loading it is slow.
  const { parseBody } = await import('../../card/body.js');
  const body = parseBody(card, front.end);
  const part = findOwnPart(card, body);
  const log = createLogReport();
  const answers = answersIn(body, part);
  let metadata = 'values' in front ? metadataOf(front.values[co2Key], log.report) : {};
  if (part !== undefined || /\bcarboncard\b/i.test(metadata.source ?? '')) {
    metadata = {};
    log.report(messages.ownSection());
  }
  const grams = emissionsOf(metadata.emissions, answers, log.report);
  const energy = metadata.energy ?? kilowattHoursIn(answers.energy, log.report);
  const { hours } = metadata;
  const acceleratorHours = hours === undefined ? hoursIn(answers.hours, log.report) : undefined;
  const hardware = hardwareIn(metadata.hardware ?? answers.hardware);
  if (grams === undefined && energy === undefined && hours === undefined && acceleratorHours === undefined)
    throw fatal(messages.nothingFound(log.remarks().map(({ diagnostic }) => diagnostic.message)));
  if (acceleratorHours !== undefined) log.report(messages.hoursOfDevices());
  if (energy !== undefined) log.report(shared.hiddenPue());
  log.report(messages.declared());
  yield {
    run: {
      tracker: 'model-card',
      lines: [1, card.trimEnd().split(/\r\n|\r|\n/).length],
      phase: metadata.stage === undefined ? undefined : stages[metadata.stage],
      hours,
      acceleratorHours,
      energy,
      boundary: energy === undefined ? undefined : 'components',
      parts: {},
      isMeasured: false,
      reported: grams === undefined ? undefined : grams / 1000,
      // Hours of all devices already include their number.
      accelerator: acceleratorHours === undefined ? hardware : hardware && { name: hardware.name },
      place: placeIn(answers, metadata.location),
    },
  };
  yield* log.remarks();
}

interface Metadata {
  /** g, as the Hub reads the value. */
  readonly emissions?: number | undefined;
  readonly energy?: number | undefined;
  readonly hours?: number | undefined;
  readonly hardware?: string | undefined;
  readonly location?: string | undefined;
  readonly stage?: string | undefined;
  readonly source?: string | undefined;
}

/** `co2_eq_emissions` is a number or a mapping. */
function metadataOf(value: unknown, report: Report): Metadata {
  if (value === undefined || value === null) return {};
  // An invalid value is a warning, not an error: the rest of the card can be read without it.
  const number = (of: unknown, name: string): number | undefined => numberIn(of, name, ({ message }) => report(messages.notTaken(message)));
  if (typeof value !== 'object') return { emissions: number(value, co2Key) };
  if (Array.isArray(value)) {
    report(messages.notTaken(shared.wrongShape(co2Key, 'a mapping').message));
    return {};
  }
  const string = (key: string): string | undefined => {
    const content = own(value, key);
    return typeof content === 'string' ? content : undefined;
  };
  return {
    emissions: number(own(value, 'emissions'), 'emissions'),
    energy: number(own(value, 'energy_consumed'), 'energy_consumed'),
    hours: number(own(value, 'hours_used'), 'hours_used'),
    hardware: string('hardware_used'),
    location: string('geographical_location'),
    stage: string('training_type'),
    source: string('source'),
  };
}

/** Grams; `undefined` where the card contradicts itself, or has a placeholder. */
function emissionsOf(metadata: number | undefined, answers: Answers, report: Report): number | undefined {
  const stated = emissionsIn(answers.emissions, report);
  if (metadata === undefined) return stated;
  if (stated !== undefined && isAlike(metadata, stated / 1000)) {
    report(messages.kilogramsAsGrams(metadata));
    return stated;
  }
  if (metadata === 0 || metadata === 1) {
    report(messages.placeholder(metadata));
    return stated;
  }
  if (stated === undefined || isAlike(metadata, stated)) return metadata;
  report(messages.twoEmissions(metadata, stated));
  return undefined;
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(a, b);
}
