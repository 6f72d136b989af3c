// This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed with this
// file, You can obtain one at https://mozilla.org/MPL/2.0/. Its figures are a part of EcoLogits' table of electricity mixes.
import type { ImpactCategory } from '../../assessment/assessment.js';
import { impactCategories, type impactUnits } from '../../assessment/ids.js';
import type { Factor, Lookup } from '../factor.js';
import { ecologits } from '../sources.js';
import { findCountry } from './countries.js';

/** The category's own unit, per kWh. */
export type ImpactUnit = `${(typeof impactUnits)[ImpactCategory]}/kWh`;

/**
 * Abiotic resource depletion of elements (kg Sb eq/kWh) and primary energy (MJ/kWh) of a country's electricity: EcoLogits 0.9
 * (MPL-2.0), from ADEME, re-keyed to alpha-2. Its row of the world is left out: it is a fraction of nearly every country's.
 */
// biome-ignore format: a table
const countryImpacts: Readonly<Record<string, readonly [adpe: number, primaryEnergy: number]>> = {
  AR: [7.686e-8, 7.8888], AT: [14.112e-8, 2.8363], AU: [7.908e-8, 12.2247], BE: [3.372e-8, 8.9876],
  BG: [8.236e-8, 12.118], BR: [10.962e-8, 1.7701], CA: [9.932e-8, 4.1955], CH: [10.047e-8, 4.7362],
  CL: [10.585e-8, 6.434], CN: [8.516e-8, 10.6736], CY: [4.488e-8, 11.9763], CZ: [8.176e-8, 11.103],
  DE: [8.787e-8, 8.7477], DK: [1.574e-8, 6.6454], EE: [9.902e-8, 14.2926], ES: [5.183e-8, 7.4839],
  FI: [8.051e-8, 6.2915], FR: [4.858e-8, 9.3135], GB: [3.71e-8, 9.0976], GR: [6.916e-8, 10.5179],
  HU: [6.446e-8, 10.5942], ID: [6.105e-8, 9.7582], IE: [2.193e-8, 8.0614], IN: [10.01e-8, 16.6775],
  IS: [7.819e-8, 0.0128], IT: [5.439e-8, 7.9351], JP: [5.966e-8, 9.1105], KR: [5.18e-8, 9.9136],
  LT: [2.946e-8, 10.6476], LU: [10.569e-8, 8.0213], LV: [15.376e-8, 3.7781], MT: [4.948e-8, 16.3514],
  MX: [5.784e-8, 9.9732], MY: [4.494e-8, 10.5875], NL: [3.293e-8, 7.4815], NO: [12.749e-8, 0.1386],
  NZ: [7.205e-8, 3.9817], PL: [10.195e-8, 11.1352], PT: [3.419e-8, 6.5813], RO: [9.818e-8, 9.1329],
  RU: [9.603e-8, 10.9691], SE: [7.771e-8, 4.7301], SI: [9.923e-8, 8.4293], SK: [6.061e-8, 8.8184],
  TH: [5.696e-8, 9.0495], TR: [7.498e-8, 8.7855], TW: [5.781e-8, 10.9587], UA: [6.479e-8, 12.2117],
  US: [9.855e-8, 9.6884],
};

const noYear = 'No year is given in the source.';

const categories = {
  adpe: { column: 0, title: 'Abiotic resource depletion (elements) of electricity', unit: 'kgSbeq/kWh', note: noYear },
  'primary-energy': {
    column: 1,
    title: 'Primary energy of electricity',
    unit: 'MJ/kWh',
    note: `${noYear} Below the 3.6 MJ of a kWh itself where water power prevails, so renewable sources seem not to be counted.`,
  },
} as const satisfies Readonly<Record<ImpactCategory, object>>;

/**
 * Another impact of a country's electricity than emissions. A country without a figure has none: it is then not counted.
 *
 * @example gridImpact('FR', 'primary-energy').found?.value //=> 9.3135 MJ/kWh
 */
export function gridImpact(country: string, category: ImpactCategory): Lookup<Factor<ImpactUnit>> {
  const place = findCountry(country);
  if (place.found === undefined) return place;
  const found = impactFactor(place.found.code, place.found.name, category);
  return found === undefined ? { why: 'unknown', candidates: [] } : { found, steps: [] };
}

function impactFactor(code: string, name: string, category: ImpactCategory): Factor<ImpactUnit> | undefined {
  const row = Object.hasOwn(countryImpacts, code) ? countryImpacts[code] : undefined;
  if (row === undefined) return undefined;
  const { column, title, unit, note } = categories[category];
  return {
    id: `grid-${code.toLowerCase()}-${category}`,
    title: `${title}, ${name}`,
    value: row[column],
    range: 'impact-per-kwh',
    unit,
    zone: code,
    kind: 'life-cycle, average',
    note,
    source: ecologits,
  };
}

export function impactFactors(): readonly Factor[] {
  return Object.keys(countryImpacts).flatMap((code) => {
    const name = findCountry(code).found?.name ?? code;
    return impactCategories.flatMap((category) => impactFactor(code, name, category) ?? []);
  });
}
