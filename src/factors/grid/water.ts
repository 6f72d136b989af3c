// This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed with this
// file, You can obtain one at https://mozilla.org/MPL/2.0/. Its figures are a part of EcoLogits' table of electricity mixes.
import type { Factor, Lookup } from '../factor.js';
import { ecologits } from '../sources.js';
import { findCountry } from './countries.js';

/** Water consumed off site in generating a country's electricity, L/kWh: EcoLogits 0.9 (MPL-2.0), from WRI, re-keyed to alpha-2. */
// biome-ignore format: a table
const countryWater: Readonly<Record<string, number>> = {
  AR: 11.4558, AT: 5.7222, AU: 4.7293, BE: 2.6198, BG: 4.6228, BR: 18.6033, CA: 8.1662, CH: 5.6641, CL: 10.5226,
  CN: 6.0065, CY: 1.2947, CZ: 3.2133, DE: 1.947, DK: 3.1935, EE: 2.1986, ES: 6.2088, FI: 4.5289, FR: 3.6737,
  GB: 2.329, GR: 5.1451, HU: 3.6874, ID: 2.2554, IE: 1.4769, IN: 3.4368, IS: 6.1409, IT: 4.8374, JP: 2.3063,
  KR: 1.8877, LT: 5.8994, LU: 12.7784, LV: 2.5526, MT: 1.1185, MX: 5.3047, MY: 1.6778, NL: 3.433, NO: 6.6633,
  NZ: 14.9681, PL: 2.5135, PT: 9.5932, RO: 7.3563, RU: 3.4595, SE: 6.0315, SI: 2.9769, SK: 5.7952, TH: 2.8902,
  TR: 4.9197, TW: 1.4886, UA: 2.1306, US: 3.1321,
};

/**
 * Water that the power plants of a country consume for a kWh. A country without a figure has none: it is then not counted.
 *
 * @example gridWater('FR').found?.value //=> 3.6737 L/kWh
 */
export function gridWater(country: string): Lookup<Factor<'L/kWh'>> {
  const place = findCountry(country);
  if (place.found === undefined) return place;
  const found = waterFactor(place.found.code, place.found.name);
  return found === undefined ? { why: 'unknown', candidates: [] } : { found, steps: [] };
}

function waterFactor(code: string, name: string): Factor<'L/kWh'> | undefined {
  const value = Object.hasOwn(countryWater, code) ? countryWater[code] : undefined;
  if (value === undefined) return undefined;
  return {
    id: `grid-${code.toLowerCase()}-water`,
    title: `Water for electricity, ${name}`,
    value,
    range: 'water-off-site',
    unit: 'L/kWh',
    zone: code,
    kind: 'off site, consumption, average',
    note: 'No year is given in the source.',
    source: ecologits,
  };
}

export function waterFactors(): readonly Factor[] {
  return Object.keys(countryWater).flatMap((code) => waterFactor(code, findCountry(code).found?.name ?? code) ?? []);
}
