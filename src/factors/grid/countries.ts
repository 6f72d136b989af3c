import { nearestThree, unknown } from '../candidates.js';
import type { Lookup } from '../factor.js';
import { once } from '../once.js';
import { foreignNames } from './country-names-at-build.js';
import { countryRows } from './country-rows.js';
import { folded } from './folded.js';

export interface Country {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly name: string;
}

const byWord = once(() => {
  const words = new Map<string, Country>();
  for (const [code, alpha3, name, ...aliases] of countryRows) {
    for (const word of [code, alpha3, name, ...aliases]) words.set(folded(word), { code, name });
  }
  return words;
});

const byForeignName = once(() => {
  const names = new Map(countryRows.map(([code, , name]) => [code, name]));
  return new Map(foreignNames().map(([word, code]) => [word, { code, name: names.get(code) ?? code }]));
});

/** Words to suggest. Codes are left out: they are so short that an edit makes one of another. */
const spoken = once(() => countryRows.map(([code, , name, ...aliases]) => ({ offer: `${name} (${code})`, words: [name, ...aliases] })));

/**
 * A country by ISO code (two or three letters), English name, or name in one of the major languages.
 *
 * @example findCountry('FRA').found //=> { code: 'FR', name: 'France' }, as for FR, fr and France
 */
export function findCountry(text: string): Lookup<Country> {
  // `N/A` is not Namibia.
  const found = /[\d/]/.test(text) ? undefined : (byWord().get(folded(text)) ?? byForeignName().get(folded(text)));
  return found === undefined ? unknown(() => nearestThree(text, spoken())) : { found, steps: [] };
}
