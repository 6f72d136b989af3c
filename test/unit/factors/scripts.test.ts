import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { pairsOf, report, shareWithin, zonesApart } from '../../../scripts/grid-ranges.mjs';
import {
  changes,
  checksum,
  countryTable,
  emberTable,
  googleTable,
  tableOfFactors,
  withCountries,
  withGoogle,
  zoneTable,
} from '../../../scripts/tables.mjs';
import { cloudFactors } from '../../../src/factors/cloud/index.js';
import type { Factor } from '../../../src/factors/factor.js';
import { countryRows } from '../../../src/factors/grid/country-rows.js';
import { emberIntensities } from '../../../src/factors/grid/ember-data.js';
import { gridFactors, gridIntensity } from '../../../src/factors/grid/index.js';
import { isSmallCountry } from '../../../src/factors/grid/tables.js';

const load = createRequire(import.meta.url);
const codes = new Map<string, string>(countryRows.map(([alpha2, alpha3]) => [alpha3, alpha2]));
const codeOf = (alpha3: string) => codes.get(alpha3);

describe('tables are rebuilt from source files', () => {
  test('zones from the package: every zone and year as the tables have them', () => {
    const zones = tableOfFactors(
      gridFactors().filter(({ source }) => source.id === 'electricity-maps-yearly'),
      ({ zone }: { zone?: string }) => zone,
    );
    expect(changes('zone', zones, zoneTable(load('@tgwf/co2/data/electricity-maps')))).toEqual([]);
  });

  test('Ember’s averages from the package: the same values as the tables', () => {
    const averages: Record<string, number> = load('@tgwf/co2/data').averageIntensity.data;
    const years = new Map(Object.values(emberIntensities).map(([alpha3, year]) => [alpha3, year]));
    const text = Object.entries(averages)
      .filter(([code]) => years.has(code))
      .map(([code, value]) => `${code === 'EU' ? '' : code},${code},${years.get(code)},${value}`);
    const table = emberTable(['code,country_or_region,year,gco2_per_kwh', ...text].join('\n'), codeOf);
    const ours = Object.fromEntries(Object.entries(emberIntensities).map(([key, [, year, value]]) => [key, { [year]: value }]));
    const isCountry = (line: string) => !line.startsWith('country WORLD');
    expect(changes('country', ours, table).filter(isCountry)).toEqual([]);
  });

  test('written again, the tables are the same to the byte', () => {
    const textOf = (name: string) => readFileSync(new URL(`../../../src/factors/${name}`, import.meta.url), 'utf8');
    const of = (source: string, keyOf: (factor: Factor) => string | undefined) =>
      tableOfFactors(
        [...gridFactors(), ...cloudFactors()].filter((factor) => factor.source.id === source),
        keyOf,
      );
    const regionOf = ({ id }: Factor) => id.slice('cloud-gcp-'.length, -'-provider-grid-2024'.length);
    const [countries, google] = [textOf('grid/country-data.ts'), textOf('cloud/gcp-rows.ts')];
    expect(
      withCountries(
        countries,
        of('owid-carbon-intensity-2024', ({ zone }) => zone),
      ),
    ).toBe(countries);
    expect(withGoogle(google, of('google-region-carbon-info', regionOf))).toBe(google);
  });

  test('a changed, a new and a missing figure are a line each; 0 is missing', () => {
    const text = 'iso3,country,year,g_co2e_per_kwh\nFRA,France,2022,78.8\nFRA,France,2024,44\nCAF,Central African Republic,2022,0\n';
    expect(changes('country', { FR: { 2022: 78.81113, 2023: 56 } }, countryTable(text, codeOf))).toEqual([
      'country FR 2022: 78.81113 → 78.8',
      'country FR 2023: 56 → none',
      'country FR 2024: none → 44',
    ]);
    expect(googleTable('year,region,gco2eq_per_kwh\n2022,us-central1,460\n2021,northamerica-northeast1,0\n')).toEqual({
      'us-central1': { 2022: 460 },
    });
    expect(cloudFactors().find(({ id }) => id === 'cloud-gcp-us-central1-provider-grid-2022')?.value).toBe(460);
    expect(checksum('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('ranges of grids', () => {
  test('docs/method.md has the figures that the script prints', () => {
    const page = readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8');
    for (const line of report(gridFactors(), isSmallCountry)) expect(page).toContain(line);
  });

  test('both series lie within the printed range of each other in 90 % of small countries’ years, 85 % of large ones’; with the other series in it, in all', () => {
    const pairs: { zone: string; year: number; apart: number }[] = pairsOf(gridFactors());
    expect(
      shareWithin(
        pairs.filter(({ zone }) => isSmallCountry(zone)),
        1.6,
      ),
    ).toBeGreaterThan(0.89);
    expect(
      shareWithin(
        pairs.filter(({ zone }) => !isSmallCountry(zone)),
        1.4,
      ),
    ).toBeGreaterThan(0.85);
    const outside = pairs.filter(({ zone, apart }) => apart > (isSmallCountry(zone) ? 1.6 : 1.4));
    for (const { zone, year } of outside) expect(gridIntensity({ country: zone }, year).found?.other, `${zone} ${year}`).toBeDefined();
    expect([...new Set(outside.map(({ zone }) => zone))].sort()).toEqual(expect.arrayContaining(['AT', 'CH', 'PK', 'SK', 'TM', 'UZ']));
  });

  test('zones of Canada lie farther from their country than those of Japan', () => {
    const most = Object.fromEntries(
      zonesApart(gridFactors(), 2024).map(({ country, most: own }: { country: string; most: number }) => [country, own]),
    );
    expect(most.CA).toBeGreaterThan(most.JP ?? Number.POSITIVE_INFINITY);
  });
});
