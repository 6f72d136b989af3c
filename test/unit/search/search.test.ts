import { describe, expect, it } from 'vitest';
import { allFactors, cloudPue, findCloudRegion, gridIntensity } from '../../../src/factors/index.js';
import { type FactorRole, type FoundFactors, factorGroups, searchFactors } from '../../../src/search/search.js';

function found(query: string) {
  const search = searchFactors(query);
  if (!search.found) throw new TypeError(`Nothing found for ${query}`);
  return search;
}

const findings = (query: string): readonly FoundFactors[] => found(query).readings.flatMap((reading) => reading.findings);
const of = (query: string, role: FactorRole) => findings(query).filter((finding) => finding.role === role);
const ids = (query: string): readonly string[] => findings(query).flatMap(({ factors }) => factors.map(({ id }) => id));

describe('a place is looked up as for a manifest', () => {
  it.each(['FR 2022', 'France 2022', 'france, 2022', '2022 FRA'])('%s', (query) => {
    const lookup = gridIntensity({ country: 'FR' }, 2022);
    expect(of(query, 'grid')).toEqual([{ role: 'grid', factors: [lookup.found], steps: 'steps' in lookup ? lookup.steps : [] }]);
  });

  it('with the steps that it took', () => {
    const [pue] = of('aws us-west-2 2026', 'pue');
    expect(pue?.steps.map(({ id }) => id)).toContain('nearest-year');
    expect(of('FR', 'grid')[0]?.steps[0]?.text).toContain('no year was given');
  });

  it('shows a cloud region’s grid and the provider’s own figure side by side', () => {
    const query = 'us-central1 2021';
    expect(of(query, 'grid')[0]?.factors[0]?.kind).toContain('life-cycle');
    expect(of(query, 'provider-grid')[0]?.factors[0]?.value).toBe(394);
    expect(of(query, 'market')[0]?.factors[0]?.value).toBe(0);
    const region = findCloudRegion('gcp', 'us-central1').found;
    const pue = region && cloudPue(region, 2021);
    expect(of(query, 'pue')[0]?.factors).toEqual([pue?.found]);
  });

  it('has all that a name can mean', () => {
    const labels = found('Georgia').readings.map(({ label }) => label);
    expect(labels[0]).toBe('Georgia');
    expect(labels.length).toBeGreaterThan(1);
  });

  it('asks where they are too many', () => {
    const { readings, others } = found('aws');
    expect([readings, others.length > 20, others[0]?.startsWith('aws ')]).toEqual([[], true, true]);
  });

  it('knows zones by their codes', () => {
    expect(ids('us-nw-bpat 2020')[0]).toMatch(/bpat/);
  });

  it('lists the years that a place has', () => {
    expect(searchFactors('France 1950')).toMatchObject({ found: false, why: 'no-year', label: 'France', year: 1950 });
  });
});

describe('a processor', () => {
  it.each([
    ['EPYC 7763', 280],
    ['Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz', 150],
  ])('%s has %d W, with its source', (query, watts) => {
    const [power] = of(query, 'device').flatMap(({ factors }) => factors);
    expect([power?.value, power?.unit]).toEqual([watts, 'W']);
    expect(power?.source.licence).toMatch(/MIT|CC BY/);
  });

  it('without a model has the median of its line', () => {
    expect(of('2 x EPYC', 'device')[0]?.factors[0]?.kind).toBe('rated power (TDP), median of a line');
  });
});

describe('a device', () => {
  it.each(['A100 PCIe 40GB', 'NVIDIA A100-PCIE-40GB', '8 x A100 PCIe 40GB', 'A100 PCIe 40GB 2022'])('%s has 250 W', (query) => {
    expect(of(query, 'device')[0]?.factors.find(({ unit }) => unit === 'W')?.value).toBe(250);
  });

  it('comes with what the name leaves open', () => {
    expect(of('A100', 'device')[0]?.steps.map(({ id }) => id)).toEqual(['variant-taken']);
  });

  it('is known by a cloud’s machine type', () => {
    const [reading] = found('p4d.24xlarge').readings;
    expect(reading).toMatchObject({ label: expect.stringContaining('A100'), instance: { accelerators: 8, perServer: 8 } });
  });

  it('with a number that looks like a year is that device', () => {
    expect(found('RTX 2080').readings[0]?.label).toContain('2080');
  });
});

describe('a row', () => {
  const rows = allFactors();

  it.each([0, 1, 2, 3, 4].map((n) => rows[Math.floor((n * rows.length) / 5)]?.id ?? ''))('%s is found by its id', (id) => {
    expect(ids(id)).toEqual([id]);
  });

  it.each([
    ['load', 'default-load-large'],
    ['mareno', 'facility-marenostrum-5-pue'],
    ['pue', 'facility-enterprise-pue-2025'],
    ['water france', 'grid-fr-water'],
    ['us-central1 pue 2025', 'cloud-gcp-us-central1-pue-2025'],
    ['uptime', 'facility-enterprise-pue-2025'],
  ])('%s is found by its words', (query, id) => {
    expect(ids(query)[0]).toBe(id);
  });
});

describe('a table', () => {
  it('is found by its name', () => {
    expect(found('zones').readings[0]?.group).toBe('zones');
    expect(found('GPUs').readings[0]?.group).toBe('devices');
    expect(found('ranges').ranges.length).toBeGreaterThan(20);
    expect(found('gpu-sensor').ranges.map(({ id }) => id)).toEqual(['gpu-sensor']);
  });

  it('holds every row once', () => {
    const held = factorGroups().flatMap(({ factors }) => factors.map(({ id }) => id));
    expect(held.toSorted()).toEqual(
      allFactors()
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

describe('an unknown word gets three known ones', () => {
  it.each([
    ['Frence', 'France (FR)'],
    ['us-wst-2', 'aws us-west-2'],
    ['gird-fr-2022', 'grid-fr-2022'],
    ['rangs', 'ranges'],
    ['zzzz', undefined],
  ])('%j', (query, candidate) => {
    const search = searchFactors(query);
    if (search.found || search.why !== 'unknown') throw new TypeError('It is known');
    expect(search.candidates.length).toBeLessThanOrEqual(3);
    if (candidate !== undefined) expect(search.candidates).toContain(candidate);
  });

  it('however long it is', () => {
    expect(searchFactors('\u001b[2J'.repeat(20_000)).found).toBe(false);
  });
});
