import { agrees } from './agreement.js';
import type { ClaimedValue, LabelledText, LabelWords, Measure, Subject } from './claim.js';
import { isPlain } from './companions.js';
import { type DeclaredHardware, hardwareIn } from './declared-hardware.js';
import { type DeclaredPlace, placeOf } from './declared-place.js';
import { isInside } from './section.js';

/** What an answer is about; `time` is hours by the clock or of all devices. */
export type Topic = 'emissions' | 'energy' | 'time' | 'hardware' | 'accelerators' | 'cloud' | 'place' | 'intensity';

/** What a person wrote, and whether it was understood. */
export interface DeclaredWords {
  readonly label?: string | undefined;
  readonly text: string;
  readonly line: number;
  readonly topic?: Topic | undefined;
  readonly isRead: boolean;
}

/** What a card declares of the run behind it: the values that audits question, too. */
export interface Declared {
  /** Beside the metadata. */
  readonly emissions?: ClaimedValue | undefined;
  readonly energy?: ClaimedValue | undefined;
  readonly time?: ClaimedValue | undefined;
  /** Hours of `co2_eq_emissions`, which tools write by the clock. */
  readonly isTimeOfMetadata: boolean;
  readonly intensity?: ClaimedValue | undefined;
  readonly hardware?: DeclaredHardware | undefined;
  readonly place: DeclaredPlace;
  /** Of every answer, in the order of the card, and of every sentence that a value was taken from. */
  readonly words: readonly DeclaredWords[];
}

const headings =
  /enviro\w* impact|carbon (?:footprint|emissions?)|co[2₂](?:e|eq)? emissions?|training hardware|climate (?:impact|performance)/i;

const unanswered = /^$|more information needed|^\{\{.*\}\}$|^(?:n\/?a|none|unknown|tbd|\?|-|\[\s*\])\.?$/i;

/** Reads what a card declares below the Hub's heading, and in `co2_eq_emissions`. The part that carboncard wrote is not evidence. */
export function declaredIn(subject: Subject): Declared {
  const { section } = subject;
  const isOwn = (line: number): boolean => section !== undefined && line >= section.from && line <= section.to;
  const isOfImpact = (above: readonly string[]): boolean => above.some((heading) => headings.test(heading));
  const labels = new Set(subject.answers.map(({ at, label }) => `${at.line} ${label.text.trim()}`));
  const answers = subject.answers.filter(
    ({ text, isMetadata, headings: above, at }) =>
      (isMetadata || (isOfImpact(above) && !isOwn(at.line))) &&
      !unanswered.test(text.trim()) &&
      // The first cell of a row is the label of the next.
      !labels.has(`${at.line} ${text.trim()}`),
  );
  const passages = subject.passages.filter(({ headings: above, at }) => isOfImpact(above) && !isOwn(at.line));
  const inPassages = new Set(passages.map(({ scopes }) => scopes[0]));
  const values = subject.values.filter((claim) => inPassages.has(claim.scopes[0]) && (section === undefined || !isInside(section, claim)));
  const devices = subject.devices.filter(({ scopes }) => inPassages.has(scopes[0]));
  const read: ReadContext = { answers, values };
  const [emissions, energy, time] = [oneOf(read, 'emissions'), oneOf(read, 'energy'), oneOf(read, 'time')];
  const hardware = hardwareIn(ofTopic(answers, 'hardware'), ofTopic(answers, 'accelerators'), devices, values);
  const place = placeOf(
    ofTopic(answers, 'place'),
    ofTopic(answers, 'cloud'),
    subject.places.filter(({ scopes }) => inPassages.has(scopes[0])),
  );
  const intensity = oneOf(read, 'intensity');
  const taken = [emissions, energy, time, intensity].flatMap((claim) => claim ?? []);
  const isRead = (answer: LabelledText, topic: Topic | undefined): boolean =>
    topic === 'hardware' || topic === 'accelerators'
      ? hardware?.isKnown === true
      : topic === 'place' || topic === 'cloud'
        ? place.read.includes(answer)
        : topic === undefined || answer.values.some((claim) => taken.some((one) => one.measure === claim.measure && agrees(one, claim)));
  const labelled = answers.map((answer): DeclaredWords => {
    const topic = topicOf(answer.label);
    const { label, text, at } = answer;
    return { label: label.text, text, line: at.line, topic, isRead: isRead(answer, topic) };
  });
  const withValues = new Set([...values, ...devices].map(({ scopes }) => scopes[0]));
  // Figures of a sentence that are not those of the run: of another phase, or of two that differ.
  const untaken = new Set(
    values
      .filter(({ measure }) => runMeasures.has(measure))
      .filter((claim) => !taken.some((one) => one.measure === claim.measure && agrees(one, claim)))
      .map(({ scopes }) => scopes[0]),
  );
  const prose = passages.flatMap(({ text, at, scopes, isLabelled }): readonly DeclaredWords[] =>
    withValues.has(scopes[0]) && isLabelled !== true ? [{ text, line: at.line, isRead: !untaken.has(scopes[0]) }] : [],
  );
  const words = [...labelled, ...prose].toSorted((a, b) => a.line - b.line);
  return {
    emissions,
    energy,
    time,
    isTimeOfMetadata: time !== undefined && answers.some(({ isMetadata, values: own }) => isMetadata && own.includes(time)),
    intensity,
    hardware,
    place,
    words,
  };
}

interface ReadContext {
  readonly answers: readonly LabelledText[];
  /** Of the sentences and cells below the heading. */
  readonly values: readonly ClaimedValue[];
}

const measuresOf: Readonly<Record<'emissions' | 'energy' | 'time' | 'intensity', readonly Measure[]>> = {
  emissions: ['emissions'],
  energy: ['energy'],
  time: ['accelerator-hours', 'hours'],
  intensity: ['intensity'],
};

const runMeasures: ReadonlySet<Measure> = new Set(Object.values(measuresOf).flat());

/** The one value of a topic: of the first answer that has one, else of the sentences. Where values differ, there is none. */
function oneOf({ answers, values }: ReadContext, topic: keyof typeof measuresOf): ClaimedValue | undefined {
  const isOfTopic = ({ measure }: ClaimedValue): boolean => measuresOf[topic].includes(measure);
  const own = ofTopic(answers, topic);
  for (const answer of own) {
    const found = isBound(answer) ? undefined : onlyOf(answer.values.filter(isOfTopic));
    if (found !== undefined) return found;
  }
  if (own.some(({ isMetadata }) => !isMetadata)) return undefined;
  const stated = values.filter((claim) => isOfTopic(claim) && isPlain(claim));
  const totals = stated.filter(({ is }) => is.has('total'));
  return onlyOf(totals.length > 0 ? totals : stated);
}

/** `less than 1 hour` and `over 100 kg` are no values. */
function isBound({ text, values }: LabelledText): boolean {
  return values.some(({ number }) =>
    /(?:[<>≤≥]|\b(?:less than|more than|over|under|below|above|up to|at most|at least|within))\s*$/i.test(
      text.slice(0, Math.max(0, text.indexOf(number))),
    ),
  );
}

/** The most exact of values that can be one; nothing where one of them is a range, or of another thing. */
function onlyOf(values: readonly ClaimedValue[]): ClaimedValue | undefined {
  const [first, ...others] = values.toSorted((a, b) => a.high - a.low - (b.high - b.low));
  if (first === undefined || !values.every(isPlain)) return undefined;
  return others.every(({ low, high }) => low <= first.high && high >= first.low) ? first : undefined;
}

function ofTopic(answers: readonly LabelledText[], topic: Topic): readonly LabelledText[] {
  return answers.filter(({ label }) => topicOf(label) === topic);
}

function topicOf({ text, measure, unit, isPlace, isCloud, isDevice }: LabelWords): Topic | undefined {
  const of = unit?.measure ?? measure;
  if (of === 'hours' || of === 'accelerator-hours') return 'time';
  if (of === 'emissions' || of === 'energy' || of === 'intensity' || of === 'accelerators') return of;
  if (of !== undefined || /\b(?:cpu|ram|memory)\b/i.test(text)) return undefined;
  if (isPlace) return 'place';
  if (isCloud) return /^on cloud/i.test(text) ? undefined : 'cloud';
  return isDevice ? 'hardware' : undefined;
}
