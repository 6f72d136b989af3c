import { expect, test } from 'vitest';
import { clouds } from '../../../../src/factors/cloud/clouds.js';
import { regionOf } from '../../../../src/factors/cloud/find-region.js';
import type { CloudRegion } from '../../../../src/factors/cloud/index.js';
import {
  cloudIntensity,
  cloudPue,
  cloudWue,
  findCloudRegion,
  marketIntensity,
  providerIntensity,
} from '../../../../src/factors/cloud/index.js';

function region(cloud: string, name: string): CloudRegion {
  const { found } = findCloudRegion(cloud, name);
  if (found === undefined) throw new Error(`no region ${cloud} ${name}`);
  return found;
}

test('us-central1 2021: the zone’s life-cycle 561 and, apart from it, Google’s own 394', () => {
  const iowa = region('gcp', 'us-central1');
  expect(cloudIntensity(iowa, 2021)).toMatchObject({ found: { value: 561, year: 2021 }, steps: [] });
  expect(providerIntensity(iowa, 2021)).toMatchObject({
    found: { value: 394, year: 2021, kind: expect.stringContaining('direct (operational)') },
    steps: [],
  });
  expect(providerIntensity(iowa, 2020).found?.kind).toContain('life-cycle');
});

test('2024 and 2025 are the zone’s own', () => {
  expect(cloudIntensity(region('gcp', 'us-central1'), 2024)).toMatchObject({
    found: {
      value: 487,
      year: 2024,
      zone: 'US-MIDW-MISO',
      source: { licence: expect.stringMatching(/^ODbL 1\.0: contains information from Electricity Maps/) },
    },
    steps: [],
  });
  expect(cloudIntensity(region('gcp', 'europe-west9'), 2024)).toMatchObject({ found: { value: 33, year: 2024 }, steps: [] });
  expect(cloudIntensity(region('aws', 'us-west-2'), 2025)).toMatchObject({
    found: { value: 129, zone: 'US-NW-BPAT', year: 2025 },
    steps: [],
  });
});

test('every region has a zone with its own figure of 2025', () => {
  for (const cloud of clouds) {
    for (const row of cloud.regions)
      expect(cloudIntensity(regionOf(cloud, row), 2025), row.region).toMatchObject({ found: { zone: row.zone, year: 2025 }, steps: [] });
  }
});

test('zones are those of the place', () => {
  expect(cloudIntensity(region('azure', 'northcentralus'), 2023)).toMatchObject({ found: { value: 401, zone: 'US-MIDA-PJM' }, steps: [] });
  expect(cloudIntensity(region('gcp', 'us-central2'), 2024).found?.zone).toBe('US-CENT-SWPP');
  expect(cloudIntensity(region('azure', 'norwaywest'), 2024).found?.zone).toBe('NO-NO2');
  expect(cloudIntensity(region('gcp', 'europe-north1'), 2020)).toMatchObject({
    found: { value: expect.any(Number), zone: 'FI', year: 2020 },
  });
  expect(cloudIntensity(region('aws', 'eu-north-1'), 2021)).toMatchObject({ found: { value: 27, zone: 'SE', year: 2021 } });
  expect(cloudIntensity(region('gcp', 'me-central1'), 2023)).toMatchObject({ found: { zone: 'QA', year: 2023 }, steps: [] });
});

test('two regions on one grid share one factor', () => {
  expect(cloudIntensity(region('aws', 'us-east-1'), 2022).found?.id).toBe(cloudIntensity(region('gcp', 'us-east4'), 2022).found?.id);
});

test('a region without a zone takes its country, with a step', () => {
  const { zone: _, ...calgary } = region('aws', 'ca-west-1');
  expect(cloudIntensity(calgary, 2023)).toMatchObject({
    found: { id: 'grid-ca-2023' },
    steps: [{ id: 'coarser-place' }, { id: 'other-basis' }],
  });
  expect(cloudIntensity(calgary, 2025)).toMatchObject({
    found: { id: 'grid-ca-2024' },
    steps: [{ id: 'coarser-place' }, { id: 'other-basis' }, { id: 'nearest-year' }],
  });
});

test('PUE: the region’s own, else its design, else the fleet’s with a step, else none', () => {
  expect(cloudPue(region('gcp', 'us-central1'), 2025)).toMatchObject({
    found: { value: 1.09, unit: '1', note: expect.stringContaining('1.11 and 1.07') },
    steps: [],
  });
  expect(cloudPue(region('azure', 'northcentralus'), 2025)).toMatchObject({
    found: { value: 1.25, range: 'pue-region', source: { year: 2025 } },
  });
  expect(cloudPue(region('azure', 'italynorth'), 2025)).toMatchObject({
    found: { value: 1.12, range: 'pue-design', kind: 'rating of the design, not measured', source: { year: 2022 } },
  });
  expect(cloudPue(region('azure', 'polandcentral'), 2025).found?.value).toBe(1.19);
  expect(cloudPue(region('aws', 'eu-west-3'), 2024)).toMatchObject({ found: { value: 1.15 }, steps: [{ id: 'coarser-place' }] });
  expect(cloudPue(region('aws', 'eu-west-3'), 2025)).toMatchObject({ found: { value: 1.14, source: { id: 'aws-pue' } } });
  expect(cloudPue(region('gcp', 'asia-south1'), 2024)).toMatchObject({ found: { value: 1.09, id: 'cloud-gcp-pue-2024' } });
  expect(cloudPue(region('aws', 'eu-west-3'), 2018)).toMatchObject({ why: 'no-year' });
});

test('WUE: the region’s own, else the fleet’s with a step, and wide; none published is none', () => {
  expect(cloudWue(region('gcp', 'us-central1'), 2023)).toEqual({ why: 'no-year', candidates: [] });
  expect(cloudWue(region('aws', 'us-west-2'), 2024)).toMatchObject({ found: { value: 0.16, unit: 'L/kWh', year: 2024 }, steps: [] });
  expect(cloudWue(region('aws', 'eu-west-3'), 2024)).toMatchObject({
    found: { value: 0.15, range: 'water-fleet', year: 2024 },
    steps: [{ id: 'coarser-place' }],
  });
  expect(cloudWue(region('azure', 'westus3'), 2024).found?.value).toBe(0.3);
});

test.each([
  ['southamerica-west1', 2023, 138],
  ['us-central1', 2022, 460],
  ['asia-southeast1', 2023, 369],
  ['europe-west10', 2023, 345],
  ['europe-west10', 2024, 275.82],
])('Google’s own figure of %s in %i is %d g/kWh, from its own file (Apache-2.0)', (name, year, value) => {
  expect(providerIntensity(region('gcp', name), year)).toMatchObject({
    found: { value, unit: 'gCO2e/kWh', year, source: { id: 'google-region-carbon-info', licence: 'Apache-2.0' } },
    steps: [],
  });
});

test('a grid at 0 is missing: Google’s Montréal has no own figure in 2021', () => {
  expect(providerIntensity(region('gcp', 'northamerica-northeast1'), 2021)).toMatchObject({
    found: { value: 27, year: 2020 },
    steps: [{ id: 'nearest-year' }],
  });
});

test('a market-based 0 is a claim, of its year only', () => {
  expect(marketIntensity(region('gcp', 'us-central1'), 2021)).toMatchObject({
    found: { value: 0, kind: 'market-based, the provider’s claim' },
  });
  expect(marketIntensity(region('aws', 'af-south-1'), 2023).found?.source.id).toBe('aws-matched');
  expect(marketIntensity(region('aws', 'af-south-1'), 2022)).toEqual({ why: 'no-year', candidates: ['2023', '2024'] });
  expect(marketIntensity(region('azure', 'centralus'), 2023)).toEqual({ why: 'no-year', candidates: [] });
});
