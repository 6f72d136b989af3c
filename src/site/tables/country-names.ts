/**
 * Names of countries by code, in English and in other languages, for the filter of tables: a script of its own, so that a browser
 * keeps it for all pages.
 */

import { countryNames } from '../../factors/grid/country-names-data.js';
import { countryRows } from '../../factors/grid/country-rows.js';

globalThis.carboncardCountryNames = new Map(
  countryRows.map(([code, alpha3, ...names]) => [code, [code, alpha3, ...names, countryNames[code] ?? ''].join('|')]),
);
