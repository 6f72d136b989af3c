import { distance } from 'fastest-levenshtein';

/** Something that a person could have meant: what to offer, and the words to compare with. */
export interface Candidate {
  readonly offer: string;
  readonly words: readonly string[];
}

/** Longer input is no name, and the edit distance costs its length. */
const maxLength = 80;

/**
 * The three candidates nearest to what was typed. Three wherever the table has as many, however far they are: whoever typed an
 * unknown name wants to see known ones. Equally near ones keep the table's order.
 */
export function nearestThree(text: string, candidates: Iterable<Candidate>): readonly string[] {
  const typed = text.trim().toLowerCase().slice(0, maxLength);
  if (typed === '') return [];
  const best = new Map<string, number>();
  for (const { offer, words } of candidates) {
    for (const word of words) {
      const away = unlikeness(typed, word.toLowerCase());
      const before = best.get(offer);
      if (before === undefined || away < before) best.set(offer, away);
    }
  }
  return [...best]
    .sort(([, a], [, b]) => a - b)
    .slice(0, 3)
    .map(([offer]) => offer);
}

/** Edits per character; a name that starts as the typed one does is a little nearer. */
function unlikeness(typed: string, word: string): number {
  const edits = distance(typed, word) / Math.max(typed.length, word.length, 1);
  return typed.length > 2 && word.startsWith(typed) ? edits / 2 : edits;
}
