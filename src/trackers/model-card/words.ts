import type { Metadata, UnreadKey } from '../../claims/claim.js';
import type { Declared, DeclaredWords, Topic } from '../../claims/declared.js';
import type { Report } from '../../diagnostics/report.js';
import type { StatedWords } from '../record.js';
import type { CardEmissions } from './emissions.js';
import { messages } from './messages.js';

const questions: Readonly<Record<Topic, string>> = {
  emissions: 'not read: how many kilograms',
  energy: 'not read: how many kWh',
  time: 'not read: how many hours',
  hardware: 'not read in full: which devices, and how many',
  accelerators: 'not read: how many devices',
  cloud: 'not read in full: which provider, and what else',
  place: 'not read: which place',
  intensity: 'not read: how many g CO2e per kWh',
};

interface WordsContext {
  readonly metadata: Metadata | undefined;
  readonly unreadKeys: readonly UnreadKey[];
  readonly emissions: CardEmissions;
  /** Whether the hours are of all devices is open. */
  readonly isTimeOpen: boolean;
}

/** More of a sentence than this is not repeated. */
const maxText = 400;

/** Every answer of a card in its own words, so that none is lost; what was not understood is reported, and asked. */
export function statedWords(
  declared: Declared,
  { metadata, unreadKeys, emissions, isTimeOpen }: WordsContext,
  report: Report,
): readonly StatedWords[] {
  const unread = unreadKeys.map(({ key, expected }) => ({
    text: key,
    asked: `the Hub reads ${expected} in place of this key: is it meant`,
  }));
  const inMetadata =
    metadata === undefined || metadata.raw === '' ? [] : [{ text: `co2_eq_emissions: ${metadata.raw}`, asked: emissions.asked }];
  const { candidates, stated } = declared.place;
  const answers = declared.words.map((words): StatedWords => {
    const { label, text, topic } = words;
    const own = short(label === undefined ? text.trim() : `${label}: ${text}`);
    if (topic === 'place' && text === stated) {
      report(messages.ambiguousPlace(text, candidates));
      return { text: own, asked: 'it can be several regions: which one' };
    }
    const isRead = topic === 'emissions' ? words.isRead && !emissions.isTextOpen : words.isRead;
    if (!isRead) report(label === undefined ? messages.unreadFigures(own) : messages.unclearAnswer(label, text));
    return { text: own, asked: isRead ? openQuestion(words, declared, isTimeOpen) : askedOf(topic) };
  });
  return [...unread, ...inMetadata, ...answers];
}

function askedOf(topic: Topic | undefined): string | undefined {
  return topic === undefined ? 'its figures were not used: are they of a phase of their own' : questions[topic];
}

/** What stays open of an answer that was read. */
function openQuestion({ topic, text }: DeclaredWords, { hardware, time }: Declared, isTimeOpen: boolean): string | undefined {
  if (topic === 'hardware' && hardware !== undefined) {
    const read = `${hardware.count === undefined ? '' : `${hardware.count} x `}${hardware.name}`;
    if (!hardware.isWhole && text.includes(hardware.name)) return `read as ${read}: is it right`;
    const isByClock = time !== undefined && /\b(?:days?|weeks?|months?)\b/i.test(time.text);
    return hardware.count === undefined && isByClock ? 'how many of them' : undefined;
  }
  if (topic !== 'time' || !isTimeOpen || time === undefined) return undefined;
  return `of all ${hardware?.count ?? ''} devices together, or by the clock (then duration: ${time.value} h and accelerators: ${hardware?.count ?? ''})`;
}

function short(text: string): string {
  return text.length <= maxText ? text : `${text.slice(0, maxText)} …`;
}
