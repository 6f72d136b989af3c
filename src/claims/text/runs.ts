import type { ClaimedValue } from '../claim.js';
import { numberOfWord, numberWords } from './number-words.js';

type ValueInText = Pick<ClaimedValue, 'measure' | 'value' | 'low' | 'high' | 'text' | 'number' | 'is'> & { readonly index: number };

const noun = '(?:runs|folds|seeds|experiments|trials|times)';
const count = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(?<number>\d{1,5}|${numberWords})\s+(?:(?:training|independent|separate|random|identical|different|cross-validation)\s+){0,2}${noun}(?![\p{L}\p{N}])`,
  'giu',
);
/** Behind hours of each run: `20 hours per run`, `20 hours each`. */
const eachBehind = /^\s*\(?each\b|^[^.;]{0,40}?\b(?:per (?:\w+ )?(?:run|fold|seed|experiment|trial)\b|for (?:each|every)\b)/i;
/** Before them: `5 runs of 20 hours`, `each of the 5 runs took 20 hours`. */
const ofRuns = new RegExp(String.raw`${noun}\s+of\s+(?:about |around |~)?$`, 'i');
const eachBefore = /\b(?:each|every)\b[^.;]{0,30}?\b(?:run|fold|seed|experiment|trial)s?\b[^.;\d]*$/i;

/**
 * Hours of each of several runs as the hours of all, where a sentence has both numbers: `5 runs of 20 hours` are 100 hours.
 */
export function withRuns<T extends ValueInText>(values: readonly T[], text: string): readonly T[] {
  const counts = [...text.matchAll(count)];
  const [only, ...others] = counts;
  const word = only?.groups?.['number'] ?? '';
  const runs = /^\d/.test(word) ? Number(word) : numberOfWord(word);
  if (runs === undefined || runs < 1 || others.length > 0) return values;
  return values.map((value) => {
    if (value.measure !== 'hours' || !isOfEach(value, text)) return value;
    const { value: hours, low, high } = value;
    const is = new Set([...value.is].filter((qualifier) => qualifier !== 'rate'));
    return { ...value, value: hours * runs, low: low * runs, high: high * runs, text: `${runs} × ${value.text}`, is };
  });
}

function isOfEach({ index, number }: ValueInText, text: string): boolean {
  const before = text.slice(Math.max(0, index - 60), index);
  const after = text.slice(index + number.length, index + number.length + 40).replace(/^\s*[\p{L}]+/u, '');
  return eachBehind.test(after) || ofRuns.test(before) || eachBefore.test(before);
}
