import { describe, expect, test } from 'vitest';
import { centreRows } from '../../../src/factors/facility/centre-rows.js';
import { centrePue, findCentre } from '../../../src/factors/facility/centres.js';
import { hosterRows } from '../../../src/factors/facility/hoster-rows.js';
import { facilityFactors, findHoster, hosterRegions, placeOfHosterRegion } from '../../../src/factors/facility/index.js';
import { findCountry, gridZones } from '../../../src/factors/grid/index.js';
import { parsePlace } from '../../../src/search/places.js';

describe('computing centres', () => {
  test.each([
    ['LUMI', 'FI', undefined],
    ['Leonardo', 'IT', 'IT-NO'],
    ['MareNostrum 5', 'ES', undefined],
    ['JUWELS Booster', 'DE', undefined],
    ['JUPITER', 'DE', undefined],
    ['Snellius', 'NL', undefined],
    ['Perlmutter', 'US', 'US-CAL-CISO'],
    ['Frontier', 'US', 'US-TEN-TVA'],
    ['Summit', 'US', 'US-TEN-TVA'],
    ['Aurora', 'US', 'US-MIDA-PJM'],
    ['Polaris', 'US', 'US-MIDA-PJM'],
    ['Alps', 'CH', undefined],
    ['ABCI', 'JP', 'JP-TK'],
    ['Fugaku', 'JP', 'JP-KN'],
    ['Narval', 'CA', 'CA-QC'],
    ['Jean Zay', 'FR', undefined],
    ['Jean Zay (IDRIS)', 'FR', undefined],
    ['Adastra', 'FR', undefined],
    ['HoreKa', 'DE', undefined],
    ['the Frontier supercomputer', 'US', 'US-TEN-TVA'],
    ['Leonardo, Italy', 'IT', 'IT-NO'],
    ['富岳', 'JP', 'JP-KN'],
  ])('%s is in %s, %s', (name, country, zone) => {
    expect(findCentre(name)).toMatchObject({ country, zone });
    expect(parsePlace(name).found).toMatchObject({ country, centre: findCentre(name)?.id });
  });

  test('each has a country, a zone with a figure where it has one, an operator, a page and names of its own', () => {
    const names = centreRows.flatMap((row) => row.names.split(','));
    expect(new Set(names).size).toBe(names.length);
    for (const { country, zone, operator, url, names: own } of centreRows) {
      expect(findCountry(country).found?.code).toBe(country);
      if (zone !== undefined) expect(gridZones()).toContain(zone);
      expect(operator).not.toBe('');
      expect(url).toMatch(/^https?:/);
      for (const name of own.split(',')) expect(findCentre(name), name).toBeDefined();
    }
  });

  test('a PUE is one that the operator or a paper gives, with year of the source; else there is none', () => {
    expect(centrePue('jean-zay')).toMatchObject({ value: 1.2, unit: '1', source: { year: 2023, licence: 'CC BY 4.0' } });
    expect(centrePue('marenostrum-5')).toMatchObject({ value: 1.08, unit: '1', source: { year: 2025 } });
    expect(centrePue('kestrel')).toMatchObject({ value: 1.036, unit: '1' });
    expect(centrePue('lumi')).toBeUndefined();
    for (const { value } of facilityFactors()) expect(value).toBeGreaterThanOrEqual(1);
  });
});

describe('hosters', () => {
  test.each([
    'Colab',
    'Google Colab',
    'Kaggle',
    'Hugging Face Spaces',
    'Lambda',
    'Lambda Labs',
    'CoreWeave',
    'RunPod',
    'Modal',
    'Vast.ai',
    'OVH',
    'OCI',
    'Oracle Cloud',
    'Scaleway',
    'Hetzner',
    'Alibaba',
    'IBM Cloud',
    'Nebius',
    'Crusoe',
  ])('%s is known', (name) => {
    expect(findHoster(name)).toBeDefined();
    expect(parsePlace(name)).toMatchObject({ found: { cloud: expect.any(String) }, steps: [{ id: 'coarser-place' }] });
  });

  test('each region of each is a place', () => {
    for (const hoster of hosterRows) {
      for (const region of hosterRegions(hoster)) {
        const place = placeOfHosterRegion(hoster, region.replace('*', '1'));
        expect(parsePlace(place ?? '').found?.country, `${hoster.id} ${region} ${place}`).toBeDefined();
      }
    }
  });

  test('no name is that of two', () => {
    const names = hosterRows.flatMap(({ aliases }) => aliases);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['Hetzner fsn1', 'DE', undefined],
    ['OVH GRA', 'FR', undefined],
    ['Lambda us-south-1', 'US', 'US-TEX-ERCO'],
    ['Scaleway, Paris', 'FR', undefined],
    ['RunPod EU-RO-1', 'RO', undefined],
    ['oci us-ashburn-1', 'US', 'US-MIDA-PJM'],
    ['Lambda, Texas', 'US', 'US-TEX-ERCO'],
  ])('%s is in %s, %s', (text, country, zone) => {
    expect(parsePlace(text).found).toMatchObject(zone === undefined ? { country } : { country, zone });
  });
});

test.each([
  ['San Francisco, CA', 'US-CAL-CISO'],
  ['San Francisco, CA, USA', 'US-CAL-CISO'],
  ['Urbana, IL', 'US-MIDW-MISO'],
  ['Hillsboro, OR', 'US-NW-PGE'],
  ['Nowhere, TX', 'US-TEX-ERCO'],
  ['SE3', 'SE-SE3'],
  ['NO2', 'NO-NO2'],
  ['dk1', 'DK-DK1'],
  ['Vienna', undefined],
])('%s has the zone %s', (text, zone) => {
  expect(parsePlace(text).found).toMatchObject({ zone, country: expect.any(String) });
});
