import { distance } from 'fastest-levenshtein';

/** The known words nearest to one that isn't known, best first; only those that a slip of the hand could explain. */
export function nearest(word: string, known: readonly string[], max = 1): readonly string[] {
  const typed = word.toLowerCase();
  return (
    known
      .map((candidate, order) => ({ candidate, order, most: Math.max(1, Math.floor(Math.max(candidate.length, typed.length) / 3)) }))
      // The edits are at least the difference of the lengths, and to count them takes the product of the lengths.
      .filter(({ candidate, most }) => Math.abs(candidate.length - typed.length) <= most)
      .map(({ candidate, order, most }) => ({ candidate, order, most, away: slips(typed, candidate.toLowerCase()) }))
      .filter(({ away, most }) => away <= most)
      .sort((a, b) => a.away - b.away || a.order - b.order)
      .slice(0, max)
      .map(({ candidate }) => candidate)
  );
}

/** Edits between two words, where two letters in the wrong order are one slip and not two. */
export function slips(a: string, b: string): number {
  const first = [...a].findIndex((letter, at) => letter !== b[at]);
  const swapped = first >= 0 && a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
  return swapped ? 1 : distance(a, b);
}
