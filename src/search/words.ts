import type { Factor } from '../factors/factor.js';
import { factorGroups, type GroupId } from './groups.js';

/** Order of rows that match equally well: general ones before those of a place. */
const order: readonly GroupId[] = ['servers', 'facility', 'devices', 'countries', 'zones', 'water', 'impacts', 'regions'];

/**
 * Rows that contain every word of a query, the best first: a whole word of the title or the id before the beginning of one. Kind, note
 * and source are searched only where no title or id has the words.
 */
export function rowsWith(query: string): readonly Factor[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return [];
  const rows = factorGroups()
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .flatMap(({ factors }) => factors);
  const named = ranked(rows, asked, nameOf);
  return named.length > 0
    ? named
    : ranked(rows, asked, (row) => `${nameOf(row)} ${row.kind} ${row.note ?? ''} ${row.source.id} ${row.source.title}`);
}

function nameOf({ id, title, zone = '' }: Factor): string {
  return `${title} ${id} ${zone}`;
}

function ranked(rows: readonly Factor[], asked: readonly string[], textOf: (row: Factor) => string): readonly Factor[] {
  return rows
    .map((row) => ({ row, score: scoreOf(wordsOf(textOf(row)), asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row);
}

/** The sum over the words; 0 where one of them is nowhere. */
function scoreOf(words: readonly string[], asked: readonly string[]): number {
  const scores = asked.map((word) => likeness(word, words));
  return scores.every((score) => score > 0) ? scores.reduce((sum, score) => sum + score, 0) : 0;
}

function likeness(word: string, words: readonly string[]): number {
  if (words.includes(word)) return 3;
  return word.length > 1 && words.some((known) => known.startsWith(word)) ? 1 : 0;
}

/** Letters and digits, without accents and case. */
function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, 500)
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replaceAll(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '');
}
