import { nearestThree } from '../candidates.js';
import type { Lookup } from '../factor.js';
import { once } from '../once.js';
import { countryNames } from './country-names-data.js';
import { countryRows } from './country-rows.js';

export interface Country {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly name: string;
}

/** Letters only, without accents: `Côte d’Ivoire` and `Cote d'Ivoire` are one, `U.S.` and `US` too. */
export function folded(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/^\s*the\s/g, '')
    .replaceAll(/[^\p{L}]/gu, '');
}

const byWord = once(() => {
  const words = new Map<string, Country>();
  for (const [code, alpha3, name, ...aliases] of countryRows) {
    for (const word of [code, alpha3, name, ...aliases]) words.set(folded(word), { code, name });
  }
  return words;
});

/** Names in other languages than English: `Deutschland` is an English alias, `Allemagne` and `日本` are not. */
const byForeignName = once(() => {
  const names = new Map<string, Country>();
  for (const [code, , name] of countryRows) {
    for (const word of (countryNames[code] ?? '').split('|')) if (word !== '') names.set(folded(word), { code, name });
  }
  return names;
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
  return found === undefined ? { why: 'unknown', candidates: nearestThree(text, spoken()) } : { found, steps: [] };
}
