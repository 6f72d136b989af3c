import { distance } from 'fastest-levenshtein';
import { isMap, isScalar, type YAMLMap } from 'yaml';
import { co2Key } from '../../card/co2-emissions.js';
import type { Position } from '../../diagnostics/diagnostic.js';
import type { UnreadKey } from '../claim.js';

/** Other words for a key that the Hub reads, without blanks and signs. */
type Key = readonly [key: string, otherWords: readonly string[]];

const outer: readonly Key[] = [[co2Key, ['co2emissions', 'co2equivalentemissions', 'carbonemissions', 'carbonemitted', 'co2eqemmisions']]];

/** The keys of the Hub's documentation. Tools write others beside these, such as `hours_used`, which are no mistake. */
const inner: readonly Key[] = [
  ['emissions', ['emmisions', 'co2emissions', 'co2eqemissions', 'carbonemissions', 'carbonemitted', 'co2eq']],
  ['source', []],
  ['training_type', ['typeoftraining']],
  ['geographical_location', ['geographiclocation', 'geolocation', 'location']],
  ['hardware_used', ['hardware', 'hardwaretype']],
];

/** Keys of the front matter that mean one that the Hub reads, but are spelt otherwise. */
export function unreadKeysIn(map: YAMLMap, start: number, at: (offset: number) => Position): readonly UnreadKey[] {
  const top = misspelt(map, outer);
  const emissions = map.items.find(
    ({ key }) => isScalar(key) && (key.value === co2Key || top.some((found) => found.offset === key.range?.[0])),
  );
  const below = isMap(emissions?.value) ? misspelt(emissions.value, inner) : [];
  return [...top, ...below].map(({ key, expected, offset }) => ({ key, expected, at: at(start + offset) }));
}

interface Misspelt {
  readonly key: string;
  readonly expected: string;
  readonly offset: number;
}

function misspelt(map: YAMLMap, keys: readonly Key[]): readonly Misspelt[] {
  const names = map.items.flatMap(({ key }) => (isScalar(key) ? [{ name: String(key.value), offset: key.range?.[0] ?? 0 }] : []));
  const absent = keys.filter(([key]) => !names.some(({ name }) => name === key));
  return names.flatMap(({ name, offset }): readonly Misspelt[] => {
    if (keys.some(([key]) => key === name)) return [];
    const meant = absent.find(([key, otherWords]) => {
      const word = letters(name);
      return otherWords.includes(word) || distance(word, letters(key)) <= 1;
    });
    return meant === undefined ? [] : [{ key: name, expected: meant[0], offset }];
  });
}

const letters = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
