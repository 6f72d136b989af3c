import { countryNames } from './country-names-data.js';
import { countryRows } from './country-rows.js';
import { folded } from './folded.js';

/**
 * Names of countries in other languages than English, folded, each with its code: `Deutschland` is an English alias, `Allemagne` and
 * `日本` are not.
 */
export function foreignNames(): readonly (readonly [word: string, code: string])[] {
  return countryRows.flatMap(([code]) =>
    (countryNames[code] ?? '').split('|').flatMap((word) => (word === '' ? [] : [[folded(word), code] as const])),
  );
}
