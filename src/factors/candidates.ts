import { distance } from 'fastest-levenshtein';

/** Something that a person could have meant: what to offer, and the words by which it is known. */
export interface Candidate {
  readonly offer: string;
  readonly words: readonly string[];
}

/** Longer input is no name any more, and the distance costs its length. */
const longest = 80;

/**
 * The three that were most likely meant, nearest first. Three wherever something was typed (and the table has as many): a person who is told
 * that a name is unknown wants to see names, also when the slip was large. Equally near ones keep the table's order.
 */
export function nearestThree(text: string, candidates: Iterable<Candidate>): readonly string[] {
  const typed = text.trim().toLowerCase().slice(0, longest);
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
