import type { LineWords } from './line-words.js';
import { numberOfWord, numberWords } from './number-words.js';

/** A time that is not one number with a unit: `2h30m`, `72:30:00`, `two days`. */
export interface TimeInLine {
  readonly index: number;
  readonly end: number;
  readonly hours: number;
  /** Hours that the last printed digit stands for. */
  readonly step: number;
}

const clock = /(?<![\d:.,])(?<h>\d{1,5}):(?<m>[0-5]\d):(?<s>[0-5]\d)(?![\d:.])/g;
const composed = /(?<![\p{L}\p{N}.,:])(?<h>\d{1,5})\s?h(?:(?:ou)?rs?)?\s?(?<m>[0-5]?\d)\s?m(?:in(?:ute)?s?)?(?![\p{L}\p{N}/])/giu;
const inWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<word>${numberWords}|an?|half an?)\s(?<unit>hours?|days?|weeks?|months?)(?:\sand\sa\s(?<half>half))?(?![\p{L}\p{N}-])`,
  'giu',
);
const hoursIn: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168, month: 730 };
/** Words of a sentence before a time that is how long something took. */
const took = /\b(?:took|takes|taking|lasted|needed|required|for)(?:\s(?:about|around|roughly|approximately|nearly|almost|over|just))?\s$/i;

/** The times of a line that have several parts or are in words. Words count where the line is about hours, or beside a verb such as `took`. */
export function timesIn({ text, label }: LineWords): readonly TimeInLine[] {
  const isOfHours = label?.measure === 'hours' || label?.measure === 'accelerator-hours';
  const found = [...text.matchAll(composed), ...(isOfHours ? text.matchAll(clock) : [])].map((match): TimeInLine => {
    const { h = '0', m = '0', s } = match.groups ?? {};
    const hours = Number(h) + Number(m) / 60 + Number(s ?? 0) / 3600;
    return { index: match.index, end: match.index + match[0].length, hours, step: s === undefined ? 1 / 60 : 1 / 3600 };
  });
  const words = [...text.matchAll(inWords)].flatMap((match): readonly TimeInLine[] => {
    const isStated = (isOfHours && match.index <= maxLead) || took.test(text.slice(Math.max(0, match.index - 40), match.index));
    return isStated ? (timeOfWords(match) ?? []) : [];
  });
  return [...found, ...words];
}

/** An answer begins with its number, perhaps behind a word such as `approximately`. */
const maxLead = 16;

function timeOfWords(match: RegExpExecArray): readonly TimeInLine[] | undefined {
  const { word = '', unit = '', half } = match.groups ?? {};
  const size = hoursIn[unit.toLowerCase().replace(/s$/, '')];
  const count = /^half/i.test(word) ? 0.5 : /^an?$/i.test(word) ? 1 : numberOfWord(word);
  if (size === undefined || count === undefined) return undefined;
  const step = half === undefined ? size : size / 2;
  return [{ index: match.index, end: match.index + match[0].length, hours: (count + (half === undefined ? 0 : 0.5)) * size, step }];
}
