import { describe, expect, test } from 'vitest';
import { clouds } from '../../../../src/factors/cloud/clouds.js';
import { findCloud, findCloudRegion } from '../../../../src/factors/cloud/index.js';
import { findCountry } from '../../../../src/factors/grid/index.js';

test.each([
  ['aws', 'aws'],
  ['Amazon Web Services', 'aws'],
  ['google', 'gcp'],
  ['Google Cloud', 'gcp'],
  ['GCP', 'gcp'],
  ['Microsoft Azure', 'azure'],
  ['ovh', undefined],
])('%s is %s', (name, id) => {
  expect(findCloud(name)?.id).toBe(id);
});

describe('a region', () => {
  test.each([
    ['aws', 'us-west-2', 'AWS us-west-2'],
    ['amazon', 'US-WEST-2', 'AWS us-west-2'],
    ['aws', 'us-east-1a', 'AWS us-east-1'],
    ['gcp', 'us-central1-b', 'Google Cloud us-central1'],
    ['azure', 'East US', 'Azure eastus'],
    ['azure', 'West US 2', 'Azure westus2'],
    ['aws', 'Oregon', 'AWS us-west-2'],
  ])('%s %s', (cloud, region, label) => {
    expect(findCloudRegion(cloud, region)).toMatchObject({ found: { label }, steps: [] });
  });

  test('of which there are two is a question', () => {
    expect(findCloudRegion('aws', 'us-east')).toEqual({ why: 'ambiguous', candidates: ['us-east-1', 'us-east-2'] });
  });

  test('with a typing error names the near ones', () => {
    expect(findCloudRegion('aws', 'us-wset-2')).toMatchObject({
      why: 'unknown',
      candidates: ['us-west-2'],
    });
    expect(findCloudRegion('gcp', 'us-centrall1')).toMatchObject({
      why: 'unknown',
      candidates: expect.arrayContaining(['us-central1', 'us-central2']),
    });
  });

  test('of an unknown cloud names the clouds', () => {
    expect(findCloudRegion('ovh', 'gra')).toEqual({ why: 'unknown', candidates: ['aws', 'gcp', 'azure'] });
  });
});

test('Azure’s rows have the places of Microsoft’s list: westus in California, westus2 in Washington, northeurope in Ireland', () => {
  expect(findCloudRegion('azure', 'westus').found?.zone).toBe('US-CAL-CISO');
  expect(findCloudRegion('azure', 'westus2').found?.zone).toBe('US-NW-BPAT');
  expect(findCloudRegion('azure', 'northeurope').found?.country).toBe('IE');
});

test('every region is in a country, and found by its name', () => {
  for (const { id, regions } of clouds) {
    for (const { region, country, zone } of regions) {
      expect(findCloudRegion(id, region).found?.region).toBe(region);
      expect(findCountry(country).found?.code).toBe(country);
      if (zone !== undefined) expect(zone.slice(0, 2)).toBe(country);
    }
  }
});
