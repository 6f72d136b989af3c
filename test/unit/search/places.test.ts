import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clouds } from '../../../src/factors/cloud/clouds.js';
import { findCloudRegion } from '../../../src/factors/cloud/index.js';
import { countryRows } from '../../../src/factors/grid/country-rows.js';
import { gridZones } from '../../../src/factors/grid/index.js';
import { regionTable } from '../../../src/factors/grid/region-data.js';
import { gridIntensity } from '../../../src/factors/index.js';
import { findCloudPlace, findCountryPlace, findRegionIn, parsePlace } from '../../../src/search/places.js';

describe('places', () => {
  test.each([
    ['aws us-west-2', 'AWS us-west-2'],
    ['gcp us-central1', 'Google Cloud us-central1'],
    ['Google Cloud, Iowa', 'Google Cloud us-central1'],
    ['us-central1 (GCP)', 'Google Cloud us-central1'],
    ['us-west-2', 'AWS us-west-2'],
    ['us-west2', 'Google Cloud us-west2'],
    ['East US', 'Azure eastus'],
    ['FR', 'France'],
    ['FRA', 'France'],
    ['France', 'France'],
    ['us', 'United States'],
    ['Singapore', 'Singapore'],
    ['Canada', 'Canada'],
    ['world', 'the world'],
  ])('%s is %s', (text, label) => {
    expect(parsePlace(text)).toMatchObject({ found: { label }, steps: [] });
  });

  test('a cloud region has its country', () => {
    const region = findCloudRegion('aws', 'us-west-2').found;
    expect(parsePlace('aws us-west-2').found).toEqual({ label: 'AWS us-west-2', cloud: 'aws', region, country: 'US' });
    expect(findCloudPlace('amazon', 'us-west-2')).toEqual(parsePlace('aws us-west-2'));
    expect(findCloudPlace('aws', 'Frankfurt').found?.label).toBe('AWS eu-central-1');
    expect(findCloudPlace('aws', 'us-east')).toMatchObject({ why: 'ambiguous', candidates: ['us-east-1', 'us-east-2'] });
  });

  test('a country that is called one is no part of another', () => {
    expect(parsePlace('Georgia').found).toBeUndefined();
    expect(findCountryPlace('Georgia')).toEqual({ found: { label: 'Georgia', country: 'GE' }, steps: [] });
    expect(findCountryPlace('Atlantis')).toMatchObject({ why: 'unknown' });
  });

  test('the world only where the manifest asks for it', () => {
    expect(parsePlace('world').found).toEqual({ label: 'the world', world: true });
    expect(parsePlace('global').found).toBeUndefined();
  });
});

describe('questions', () => {
  test.each([
    ['AWS us-east', ['aws us-east-1', 'aws us-east-2']],
    ['Georgia', ['GE', 'US-GA', 'gcp us-east2', 'azure eastus3']],
    ['Punjab', ['IN-PB', 'PK-PB']],
    ['Kentucky', ['US-MIDW-LGEE', 'US-MIDA-PJM', 'US-TEN-TVA']],
    ['South Carolina', ['US-CAR-DUK', 'US-CAR-SCEG', 'US-CAR-SC', 'US-CAR-CPLE', 'gcp us-east1']],
  ])('%s', (text, candidates) => {
    expect(parsePlace(text)).toEqual({ why: 'ambiguous', candidates });
  });
});

describe('every word of the tables', () => {
  test.each(countryRows.map((row) => [row[2], row] as const))('%s is found by its codes, its name and its other names', (name, [
    code,
    ...words
  ]) => {
    for (const word of [code, ...words]) expect(findCountryPlace(word).found, word).toEqual({ label: name, country: code });
    expect(parsePlace(code).found).toEqual({ label: name, country: code });
  });

  test.each(clouds.map((cloud) => [cloud.name, cloud] as const))('each region of %s is found by each name of the provider', (_, cloud) => {
    for (const { region } of cloud.regions) {
      for (const word of [cloud.name, ...cloud.aliases]) {
        expect(findCloudPlace(word, region).found?.region?.region, word).toBe(region);
        expect(parsePlace(`${word} ${region}`)).toEqual(findCloudPlace(cloud.id, region));
      }
    }
  });

  test('each place of a cloud region names it, or is ambiguous with it among the candidates', () => {
    for (const cloud of clouds) {
      for (const { region, location } of cloud.regions) {
        const lookup = findCloudPlace(cloud.id, location);
        expect(lookup.found === undefined ? lookup.candidates : [lookup.found.region?.region], location).toContain(region);
      }
    }
  });
});

describe('a part of a country', () => {
  test.each([
    ['Québec', 'Québec, Canada', 'CA-QC'],
    ['quebec', 'Québec, Canada', 'CA-QC'],
    ['CA-QC', 'Québec, Canada', 'CA-QC'],
    ['Ontario', 'Ontario, Canada', 'CA-ON'],
    ['Ontario, Canada', 'Ontario, Canada', 'CA-ON'],
    ['Virginia', 'Virginia, US', 'US-MIDA-PJM'],
    ['Ohio', 'Ohio, US', 'US-MIDA-PJM'],
    ['Northern Ireland', 'Northern Ireland, UK', 'GB-NIR'],
    ['New South Wales', 'New South Wales, Australia', 'AU-NSW'],
    ['AU-NSW', 'New South Wales, Australia', 'AU-NSW'],
    ['Tasmania', 'Tasmania, Australia', 'AU-TAS'],
    ['Hokkaido', 'Hokkaidō, Japan', 'JP-HKD'],
    ['Tokyo', 'Tōkyō, Japan', 'JP-TK'],
    ['JP-13', 'Tōkyō, Japan', 'JP-TK'],
    ['Tamil Nadu', 'Tamil Nadu, India', 'IN-SO'],
    ['Karnataka', 'Karnataka, India', 'IN-SO'],
    ['Mumbai', 'Mumbai, India', 'IN-WE'],
    ['Northern Italy', 'Northern Italy, Italy', 'IT-NO'],
    ['Lombardy', 'Lombardy, Italy', 'IT-NO'],
    ['Sicily', 'Sicily, Italy', 'IT-SIC'],
    ['São Paulo', 'São Paulo, Brazil', 'BR-CS'],
    ['Stockholm', 'Stockholm, Sweden', 'SE-SE3'],
    ['US-CAL-CISO', 'CAISO, US', 'US-CAL-CISO'],
    ['dk-dk1', 'West Denmark', 'DK-DK1'],
    ['NO-NO1', 'Southeast Norway', 'NO-NO1'],
    ['JP-TK', 'Tōkyō, Japan', 'JP-TK'],
    ['IT-NO', 'North Italy', 'IT-NO'],
  ])('%s is %s, in %s', (text, label, zone) => {
    expect(parsePlace(text)).toEqual({ found: { label, country: zone.slice(0, 2), zone }, steps: [] });
  });

  test.each(['California', 'US-CA', 'California, US', 'California, USA'])('%s is CAISO’s, of several', (text) => {
    expect(parsePlace(text)).toMatchObject({
      found: { label: 'California, US', country: 'US', zone: 'US-CAL-CISO' },
      steps: [{ id: 'zone-taken', text: expect.stringMatching(/^California, US lies in several grid zones; US-CAL-CISO, .*US-CAL-LDWP/) }],
    });
  });

  test('Oregon is a state, unless a cloud is named; Texas, US is one too', () => {
    expect(parsePlace('Oregon').found).toEqual({ label: 'Oregon, US', country: 'US', zone: 'US-NW-BPAT' });
    expect(parsePlace('US-OR').found).toEqual(parsePlace('Oregon').found);
    expect(parsePlace('AWS Oregon').found).toMatchObject({ cloud: 'aws', region: { region: 'us-west-2' } });
    expect(parsePlace('Texas, US').found?.zone).toBe('US-TEX-ERCO');
    expect(parsePlace('Georgia, US').found?.zone).toBe('US-SE-SOCO');
  });

  test.each([
    ['Île-de-France', 'FR'],
    ['Ile de France', 'FR'],
    ['Paris', 'FR'],
    ['Bavaria', 'DE'],
    ['Scotland', 'GB'],
    ['England', 'GB'],
    ['Catalonia', 'ES'],
    ['Sichuan', 'CN'],
  ])('%s has the grid of its country', (text, country) => {
    const lookup = parsePlace(text);
    expect(lookup).toMatchObject({ found: { country }, steps: [{ id: 'coarser-place' }] });
    expect(lookup.found?.zone).toBeUndefined();
  });

  test('two letters are a country, unless the country is said', () => {
    expect(parsePlace('CA').found).toEqual({ label: 'Canada', country: 'CA' });
    expect(findRegionIn('US', 'CA').found?.zone).toBe('US-CAL-CISO');
    expect(parsePlace('Georgia (GE)').found).toBeUndefined();
    expect(parsePlace('GE').found).toEqual({ label: 'Georgia', country: 'GE' });
  });

  test('is found within its country, and only there', () => {
    expect(findRegionIn('US', 'California')).toMatchObject({ found: { label: 'California, US', country: 'US', zone: 'US-CAL-CISO' } });
    expect(findRegionIn('United States', 'Georgia').found?.zone).toBe('US-SE-SOCO');
    expect(findRegionIn('PK', 'Punjab').found?.country).toBe('PK');
    expect(findRegionIn('US', 'US-NW-PGE').found?.zone).toBe('US-NW-PGE');
    expect(findRegionIn('FR', 'California')).toMatchObject({ why: 'unknown' });
    expect(findRegionIn('FR', 'Jean Zay (IDRIS)').found).toMatchObject({ label: 'Jean Zay, France', country: 'FR', centre: 'jean-zay' });
    expect(findRegionIn('DE', 'Jean Zay (IDRIS)')).toMatchObject({ why: 'unknown' });
    expect(findRegionIn('US', 'Arizona')).toEqual({ why: 'ambiguous', candidates: ['US-SW-AZPS', 'US-SW-SRP', 'US-SW-TEPC'] });
  });

  const rows = Object.entries(regionTable).flatMap(([country, table]) => table.map((row) => ({ country, row })));

  test('all states of the US, provinces of Canada and India’s states have a row', () => {
    const coded = (country: string) => rows.filter((entry) => entry.country === country && entry.row[0] !== '').length;
    expect([coded('US'), coded('CA'), coded('AU'), coded('JP'), coded('BR'), coded('IT')]).toEqual([51, 13, 8, 47, 27, 20]);
    expect(coded('IN')).toBe(34);
  });

  test('every row is found by its name and code, in zones that have figures', () => {
    const zones = new Set(gridZones());
    for (const { country, row } of rows) {
      const [code, name, grid, ...aliases] = row;
      const named = typeof grid === 'string' ? [grid] : 'main' in grid ? [grid.main, ...grid.also] : grid.among;
      expect(named.filter((zone) => zone !== 'national' && !zones.has(zone))).toEqual([]);
      for (const word of [name, ...aliases, ...(code === '' ? [] : [code])])
        expect([findRegionIn(country, word)], `${word}, ${country}`).not.toMatchObject([{ why: 'unknown' }]);
      if (typeof grid !== 'string') continue;
      const zone = grid === 'national' ? undefined : grid;
      expect(findRegionIn(country, name).found?.zone, name).toBe(zone);
    }
  });

  test('every candidate of a question is itself an answer', () => {
    for (const { row } of rows) {
      const lookup = parsePlace(row[1]);
      if (lookup.found === undefined) for (const offer of lookup.candidates) expect(parsePlace(offer).found, offer).toBeDefined();
    }
  });

  test('every region has a figure of 2025 without a coarser place', () => {
    for (const { row } of rows) {
      const { found } = parsePlace(row[1]);
      if (found?.zone === undefined) continue;
      const lookup = gridIntensity({ zone: found.zone }, 2025);
      expect(lookup, found.label).toMatchObject({ found: { zone: found.zone, year: 2025 }, steps: [] });
    }
  });
});

test.each([
  ['Frnace', 'France (FR)'],
  ['Germny', 'Germany (DE)'],
  ['Swizerland', 'Switzerland (CH)'],
  ['Unted States', 'United States (US)'],
  ['Frankfurt am Main', 'Frankfurt, DE'],
  ['Carolina', 'North Carolina, US'],
  ['Bavraia', 'Bavaria, DE'],
  ['us-wets-2', 'aws us-west-2'],
  ['europe-wst4', 'gcp europe-west4'],
])('the unknown place %s is near %s', (text, first) => {
  const lookup = parsePlace(text);
  expect(lookup).toMatchObject({ why: 'unknown' });
  expect(lookup.found === undefined && lookup.candidates[0]).toBe(first);
});

test.each([
  ['CA', 'CA', 'California, US'],
  ['ca', 'CA', 'California, US'],
  ['GA', 'GA', 'Georgia, US'],
  ['IL', 'IL', 'Illinois, US'],
  ['AL', 'AL', 'Alabama, US'],
  ['CO', 'CO', 'Colorado, US'],
])('%s is the country %s, with a step that names %s', (text, country, state) => {
  const lookup = parsePlace(text);
  expect(lookup.found).toMatchObject({ country });
  expect(lookup.found && lookup.steps).toEqual([{ id: 'country-or-state', text: expect.stringContaining(state) }]);
});

test.each(['FR', 'DE', 'IN', 'CAN', 'Canada', 'US', 'California', 'US-CA', 'GB'])('%s has one meaning', (text) => {
  const lookup = parsePlace(text);
  expect(lookup.found && lookup.steps.map(({ id }) => id)).not.toContain('country-or-state');
});

test.each([
  'unknown',
  'my basement',
  'N/A',
  'none',
  'datacenter',
  'on-premise',
  'our cluster',
  'home',
  'house',
])('the unknown place %s is near none', (text) => {
  expect(parsePlace(text)).toEqual({ why: 'unknown', candidates: [] });
});

test.each([
  ['Rmoe', 'Rome, IT'],
  ['Ohoi', 'Ohio, US'],
  ['Inida', 'India (IN)'],
])('a slip in a short word is still near: %s, %s', (text, near) => {
  expect(parsePlace(text)).toMatchObject({ why: 'unknown', candidates: expect.arrayContaining([near]) });
});

test('an unknown part of a country is suggested in words that are found', () => {
  expect(parsePlace('Bavraia')).toMatchObject({ why: 'unknown', candidates: expect.arrayContaining(['Bavaria, DE']) });
  expect(findRegionIn('JP', 'Tokio')).toMatchObject({ why: 'unknown', candidates: expect.arrayContaining(['Tōkyō, JP']) });
  expect(parsePlace('Tōkyō, JP').found?.zone).toBe('JP-TK');
});

test('any text at all gives an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      parsePlace(text);
    }),
    { numRuns: 1000, seed: 1 },
  );
});
