import { distance } from 'fastest-levenshtein';

/** The known words nearest to one that isn't known, best first; only those that a slip of the hand could explain. */
export function nearest(word: string, known: readonly string[], most = 1): readonly string[] {
  const typed = word.toLowerCase();
  return known
    .map((candidate, order) => ({ candidate, order, away: distance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(2, Math.floor(Math.max(candidate.length, typed.length) / 3)))
    .sort((a, b) => a.away - b.away || a.order - b.order)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
