// Writes src/factors/grid/country-names-data.ts: the names of the countries in other languages than English, from Unicode's CLDR by
// way of Intl.DisplayNames. Run it after a change of the table of countries.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const languages = 'de fr es it pt nl pl ru uk cs sv da nb fi el hu ro tr id vi zh zh-Hant ja ko ar he fa'.split(' ');
const root = new URL('../', import.meta.url);
export const target = fileURLToPath(new URL('src/factors/grid/country-names-data.ts', root));

/** As `folded` of src/factors/grid/countries.ts does it. */
const folded = (text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/^\s*the\s/g, '')
    .replaceAll(/[^\p{L}]/gu, '');

/** Code, three-letter code and English names of each country. */
export function countriesIn(text) {
  return [...text.matchAll(/^ {2}\[(.+)\],$/gm)].map(([, row]) =>
    [...row.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, one, two]) => one ?? two),
  );
}

/** Names by country; a name that several countries have, or that is another one's in English, is left out. */
export function namesOf(countries) {
  const english = new Map(countries.flatMap(([code, ...words]) => [code, ...words].map((word) => [folded(word), code])));
  const found = new Map();
  for (const language of languages) {
    // biome-ignore lint/style/noRestrictedGlobals: run by hand, and its result is a file that is reviewed.
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const [code] of countries) {
      const name = names.of(code);
      const key = name === undefined ? '' : folded(name);
      // Two Latin letters are a code.
      if (key.length < 2 || /^[a-z]{2}$/.test(key) || english.has(key)) continue;
      const codes = found.get(key) ?? { name, codes: new Set() };
      found.set(key, { name: codes.name, codes: codes.codes.add(code) });
    }
  }
  return countries.map(([code]) => [
    code,
    [...found.values()].filter(({ codes }) => codes.size === 1 && codes.has(code)).map(({ name }) => name),
  ]);
}

export function fileOf(names) {
  const rows = names
    .filter(([, own]) => own.length > 0)
    .map(([code, own]) => `  ${code}: ${JSON.stringify(own.join('|')).replaceAll("'", '’').replaceAll('"', "'")},`);
  return `/**
 * Names of countries in other languages than English, by ISO 3166 alpha-2: Unicode CLDR (Unicode License v3), written by
 * scripts/country-names.mjs. A name that several countries share is left out.
 */
// biome-ignore format: a table
export const countryNames: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(new URL('src/factors/grid/country-rows.ts', root), 'utf8');
  writeFileSync(target, fileOf(namesOf(countriesIn(text))));
}
