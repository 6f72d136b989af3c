import type { PhaseKind } from '../../assessment/assessment.js';
import { co2Key } from '../../card/co2-emissions.js';
import { readFrontMatter } from '../../card/front-matter.js';
import { findOwnPart } from '../../card/markers.js';
import { InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import type { RunRecord } from '../record.js';
import { figureOf, own, wholeText } from '../texts/json-text.js';
import type { Finding, LogText, Tracker } from '../tracker.js';
import { type Answers, answersIn, emissionsIn, hardwareIn, hoursIn, kilowattHoursIn, placeIn } from './answers.js';

/** Characters of a card; the longest on the Hub have a tenth of it. */
const mostText = 5_000_000;

/** Share by which two figures may differ that are rounded differently. */
const alike = 0.02;

const stages: Readonly<Record<string, PhaseKind>> = { 'pre-training': 'training', 'fine-tuning': 'finetuning' };

/**
 * A model card: `co2_eq_emissions`, which the Hub takes for grams, and the answers below *Environmental Impact*. People
 * declared them: emissions are there to be compared, and what is not exact is not taken.
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

async function* read(text: LogText): AsyncGenerator<Finding> {
  const card = await wholeText(text, mostText);
  const front = readFrontMatter(card);
  // A parser of Markdown is much to load for a log that is none.
  const { parseBody } = await import('../../card/body.js');
  const body = parseBody(card, front.end);
  const part = findOwnPart(card, body);
  const odd: Message[] = [];
  const tell = (sentence: Message): void => {
    odd.push(sentence);
  };
  const answers = answersIn(body, part);
  let metadata = 'values' in front ? metadataOf(front.values[co2Key], tell) : {};
  if (part !== undefined || /\bcarboncard\b/i.test(metadata.source ?? '')) {
    metadata = {};
    tell(messages.ownSection());
  }
  const grams = emissionsOf(metadata.emissions, answers, tell);
  const energy = metadata.energy ?? kilowattHoursIn(answers.energy, tell);
  const clock = metadata.hours;
  const hours = clock === undefined ? hoursIn(answers.hours, tell) : undefined;
  const hardware = hardwareIn(metadata.hardware ?? answers.hardware);
  const stage = metadata.stage === undefined ? undefined : stages[metadata.stage];
  if (grams === undefined && energy === undefined && clock === undefined && hours === undefined)
    throw new InputError([
      { ...messages.cardSaysNothing(), ...(odd.length > 0 && { note: odd.map(({ message }) => message).join(' ') }), line: 1, column: 1 },
    ]);
  if (hours !== undefined) tell(messages.hoursOfDevices());
  if (energy !== undefined) tell(messages.hiddenPue());
  tell(messages.declared());
  const run: RunRecord = {
    tracker: 'model-card',
    lines: [1, card.trimEnd().split(/\r\n|\r|\n/).length],
    ...(stage !== undefined && { phase: stage }),
    ...(clock !== undefined && { hours: clock }),
    ...(hours !== undefined && { acceleratorHours: hours }),
    ...(energy !== undefined && { energy, boundary: 'components' }),
    parts: {},
    isMeasured: false,
    ...(grams !== undefined && { reported: grams / 1000 }),
    ...(hardware !== undefined && { accelerator: hours === undefined ? hardware : { name: hardware.name } }),
    place: placeIn(answers, metadata.location),
  };
  yield { run };
  for (const sentence of odd) yield { diagnostic: { ...sentence, line: 1, column: 1 } };
}

interface Metadata {
  /** g, as the Hub reads it. */
  readonly emissions?: number | undefined;
  readonly energy?: number | undefined;
  readonly hours?: number | undefined;
  readonly hardware?: string | undefined;
  readonly location?: string | undefined;
  readonly stage?: string | undefined;
  readonly source?: string | undefined;
}

/** A number, or a mapping. */
function metadataOf(value: unknown, tell: (sentence: Message) => void): Metadata {
  if (value === undefined || value === null) return {};
  // What can't be a figure is said, and not taken: a card without it is still a card.
  const figure = (of: unknown, name: string): number | undefined => figureOf(of, name, ({ message }) => tell(messages.notTaken(message)));
  if (typeof value !== 'object') return { emissions: figure(value, co2Key) };
  if (Array.isArray(value)) {
    tell(messages.notTaken(messages.wrongShape(co2Key, 'a mapping').message));
    return {};
  }
  const string = (key: string): string | undefined => {
    const content = own(value, key);
    return typeof content === 'string' ? content : undefined;
  };
  return {
    emissions: figure(own(value, 'emissions'), 'emissions'),
    energy: figure(own(value, 'energy_consumed'), 'energy_consumed'),
    hours: figure(own(value, 'hours_used'), 'hours_used'),
    hardware: string('hardware_used'),
    location: string('geographical_location'),
    stage: string('training_type'),
    source: string('source'),
  };
}

/** Grams; nothing where the card is at odds with itself, or the figure stands for none. */
function emissionsOf(metadata: number | undefined, answers: Answers, tell: (sentence: Message) => void): number | undefined {
  const stated = emissionsIn(answers.emissions, tell);
  if (metadata === undefined) return stated;
  if (stated !== undefined && isAlike(metadata, stated / 1000)) {
    tell(messages.kilogramsAsGrams(metadata));
    return stated;
  }
  if (metadata === 0 || metadata === 1) {
    tell(messages.placeholderFigure(metadata));
    return stated;
  }
  if (stated === undefined || isAlike(metadata, stated)) return metadata;
  tell(messages.twoEmissions(metadata, stated));
  return undefined;
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= alike * Math.max(a, b);
}
