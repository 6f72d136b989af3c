import { expect, test } from 'vitest';
import { findCountry } from '../../../../src/factors/grid/countries.js';
import { countryIntensities } from '../../../../src/factors/grid/country-data.js';
import { countryRows } from '../../../../src/factors/grid/country-rows.js';
import { folded } from '../../../../src/factors/grid/folded.js';

test.each([
  ['USA', 'US'],
  ['U.S.', 'US'],
  ['United States of America', 'US'],
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['Korea', 'KR'],
  ['Republic of Korea', 'KR'],
  ['Czech Republic', 'CZ'],
  ['Türkiye', 'TR'],
  ['Turkey', 'TR'],
  ['the Netherlands', 'NL'],
  ['Côte d’Ivoire', 'CI'],
  ["Cote d'Ivoire", 'CI'],
  ['Viet Nam', 'VN'],
  ['KOS', undefined],
  ['XKX', 'XK'],
  ['FR2', undefined],
  ['', undefined],
])('%s is %s', (text, code) => {
  expect(findCountry(text).found?.code).toBe(code);
});

test('no word means two countries', () => {
  const meant = new Map<string, string>();
  for (const [code, ...words] of countryRows) {
    for (const word of [code, ...words]) {
      expect(meant.get(folded(word)) ?? code, word).toBe(code);
      meant.set(folded(word), code);
    }
  }
});

test('codes have two and three letters', () => {
  for (const [code, alpha3] of countryRows) expect(`${code} ${alpha3}`).toMatch(/^[A-Z]{2} [A-Z]{3}$/);
});

test('every key of the tables has its country', () => {
  const codes = new Set<string>(countryRows.map(([code]) => code));
  expect(Object.keys(countryIntensities).filter((key) => key !== 'WORLD' && !codes.has(key))).toEqual([]);
});

test('every figure has its year, from 2012 to 2023', () => {
  const years = Object.values(countryIntensities).flatMap((row) => Object.keys(row).map(Number));
  expect([Math.min(...years), Math.max(...years)]).toEqual([2012, 2023]);
});
