import { slips } from '../diagnostics/nearest.js';
import type { Lookup } from './factor.js';
import { once } from './once.js';

/** Something that a person could have meant: what to offer, and the words to compare with. */
export interface Candidate {
  readonly offer: string;
  readonly words: readonly string[];
}

/** Longer input is no name, and the edit distance costs its length. */
const maxLength = 80;

/**
 * The candidates nearest to what was typed, three at most; none where none is near: the name of a computing centre is not a
 * misspelt country. Equally near ones keep the table's order.
 */
export function nearestThree(text: string, candidates: Iterable<Candidate>): readonly string[] {
  const typed = text.trim().toLowerCase().slice(0, maxLength);
  const best = new Map<string, number>();
  for (const { offer, words } of candidates) {
    for (const word of words) {
      const away = unlikeness(typed, word.toLowerCase());
      const before = best.get(offer);
      if (away !== undefined && (before === undefined || away < before)) best.set(offer, away);
    }
  }
  return [...best]
    .sort(([, a], [, b]) => a - b)
    .slice(0, 3)
    .map(([offer]) => offer);
}

/** How far a word is from what was typed, from 0 to 1; nothing where it is so far that nobody can have meant it. */
function unlikeness(typed: string, word: string): number | undefined {
  const length = Math.max(typed.length, word.length);
  const [shorter, longer] = typed.length < word.length ? [typed, word] : [word, typed];
  // A name that was begun, or has a few letters more: `RTX 4090Ti`, `fran`. Another number behind it is another model.
  if (shorter.length > 2 && longer.startsWith(shorter)) {
    const more = longer.slice(shorter.length);
    if (typed === shorter || (more.length < 4 && /^\P{N}+$/u.test(more))) return more.length / length / 2;
  }
  if (shorter.length > 3 && isAmongWords(shorter, longer)) return (length - shorter.length) / length / 2;
  if (length - shorter.length > maxSlips(length) || isOtherWord(typed, word)) return undefined;
  const away = slips(typed, word);
  return away <= maxSlips(length) ? away / length : undefined;
}

/** A short word with another first letter is another word: `home` is not Rome. Two letters in the wrong order are a slip. */
function isOtherWord(typed: string, word: string): boolean {
  const isShort = typed.length <= 5 && /^\p{L}+$/u.test(typed);
  return isShort && typed[0] !== word[0] && !(typed[0] === word[1] && typed[1] === word[0]);
}

/** One slip in a word of four letters, and one more with each four. Three letters are so few that a slip makes another name. */
function maxSlips(length: number): number {
  return Math.floor(length / 4);
}

/** Whether a text has another as whole words: `Frankfurt am Main` has Frankfurt. */
function isAmongWords(shorter: string, longer: string): boolean {
  return ` ${longer.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${shorter.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `);
}

/** Nothing is found. The candidates are looked for when they are asked for: most texts are looked up in several tables, and found in one. */
export function unknown(find: () => readonly string[]): Lookup<never> {
  const candidates = once(find);
  return {
    why: 'unknown',
    get candidates() {
      return candidates();
    },
  };
}
