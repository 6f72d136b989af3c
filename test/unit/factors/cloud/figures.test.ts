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

test('us-central1 2021: the zone’s life-cycle 561.94 and, apart from it, Google’s own 394', () => {
  const iowa = region('gcp', 'us-central1');
  expect(cloudIntensity(iowa, 2021)).toMatchObject({ found: { value: 561.94, year: 2021 }, steps: [] });
  expect(providerIntensity(iowa, 2021)).toMatchObject({
    found: { value: 394, year: 2021, kind: expect.stringContaining('direct (operational)') },
    steps: [],
  });
  expect(providerIntensity(iowa, 2020).found?.kind).toContain('life-cycle');
});

test('2024 and 2025 are the zone’s own, since the table’s 2024 is another year or another source', () => {
  expect(cloudIntensity(region('gcp', 'us-central1'), 2024)).toMatchObject({
    found: { value: 487, year: 2024, zone: 'US-MIDW-MISO', source: { licence: 'ODbL 1.0' } },
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

test('rows that the table files under another zone are put right', () => {
  expect(cloudIntensity(region('gcp', 'europe-west1'), 2020)).toMatchObject({ found: { value: 221.1, zone: 'BE' }, steps: [] });
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

test('PUE: the region’s own, else the fleet’s with a step, else none', () => {
  expect(cloudPue(region('aws', 'us-west-2'), 2024)).toMatchObject({ found: { value: 1.12, unit: '1' }, steps: [] });
  expect(cloudPue(region('aws', 'eu-west-3'), 2024)).toMatchObject({ found: { value: 1.15 }, steps: [{ id: 'coarser-place' }] });
  expect(cloudPue(region('aws', 'eu-west-3'), 2018)).toMatchObject({ why: 'no-year' });
});

test('WUE: none published is none, a published 0 is 0', () => {
  expect(cloudWue(region('gcp', 'us-central1'), 2023)).toEqual({ why: 'no-year', candidates: [] });
  expect(cloudWue(region('azure', 'newzealandnorth'), 2022)).toMatchObject({
    found: { value: 0, note: expect.stringContaining('Published as 0') },
  });
  expect(cloudWue(region('aws', 'us-west-2'), 2023)).toMatchObject({
    found: { value: 0.18, note: 'The figure of all of AWS, not of this region.' },
  });
  expect(cloudWue(region('aws', 'us-west-2'), 2024)).toMatchObject({ found: { value: 0.16 } });
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
  expect(marketIntensity(region('aws', 'af-south-1'), 2023)).toEqual({ why: 'no-year', candidates: [] });
});
