import { expect, test } from 'vitest';
import { allFactors, edition } from '../../../src/factors/index.js';

const rows = allFactors();
/** A market-based claim and a facility that evaporates no water are the only zeros that are published figures. */
const mayBeZero = /^cloud-.*-(?:market|wue)-\d{4}$/;

test('the edition is a year and a month', () => {
  expect(edition).toMatch(/^\d{4}-\d{2}$/);
});

test('every row has a title, a kind and a source', () => {
  const incomplete = rows.filter(
    ({ title, kind, unit, source }) =>
      [title, kind, unit, source.id, source.title, source.licence].some((text) => text.trim() === '') || !Number.isInteger(source.year),
  );
  expect(incomplete).toEqual([]);
});

test('every row has a positive value, within its interval', () => {
  const wrong = rows.filter(
    ({ id, value, low, high }) =>
      !(value > 0 || (value === 0 && mayBeZero.test(id))) || !((low ?? value) <= value && value <= (high ?? value)),
  );
  expect(wrong).toEqual([]);
});

test('ids are kebab-case and unique', () => {
  const ids = rows.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  expect(ids.filter((id, order) => ids.indexOf(id) !== order)).toEqual([]);
});

test('one source id is one source, with an address', () => {
  const sources = new Map<string, string>();
  for (const { source } of rows) {
    const known = sources.get(source.id);
    expect(known ?? JSON.stringify(source)).toBe(JSON.stringify(source));
    sources.set(source.id, JSON.stringify(source));
    if (source.url !== undefined) expect(source.url).toMatch(/^https:\/\//);
  }
  expect(sources.size).toBeGreaterThan(30);
});

test('figures of a grid have a year, between 2012 and 2025', () => {
  // An unknown region of a cloud is of no year.
  const grids = rows.filter(({ id, unit }) => unit === 'gCO2e/kWh' && id !== 'grid-unknown-cloud-region');
  expect(grids.length).toBeGreaterThan(2500);
  expect(grids.filter(({ year }) => !(year !== undefined && year >= 2012 && year <= 2025))).toEqual([]);
});

test('figures of grids, facilities and water have a row of the default ranges', () => {
  const ofPlaces = rows.filter(({ id }) => /^(?:grid|cloud|facility)-/.test(id));
  // Those of unknown places have a range of their own.
  const ownRange = ofPlaces.filter(({ range }) => range === undefined);
  expect(ownRange.map(({ id, low, value, high }) => [id, low, value, high])).toEqual(
    expect.arrayContaining([
      ['grid-unknown-cloud-region', 20, 350, 700],
      ['facility-data-centre-pue', 1.05, 1.2, 1.6],
    ]),
  );
  expect(ownRange).toHaveLength(2);
  const rangeOf = (id: string) => rows.find((row) => row.id === id)?.range;
  expect({
    zone: rangeOf('grid-zone-us-nw-bpat-2025'),
    country: rangeOf('grid-fr-2022'),
    region: rangeOf('cloud-gcp-us-central1-pue-2025'),
    design: rangeOf('cloud-azure-italynorth-design-pue'),
    estimate: rangeOf('grid-zone-qa-2023'),
    swedenZone: rangeOf('grid-zone-se-2023'),
    fleetWater: rangeOf('cloud-aws-wue-2024'),
    fleet: rangeOf('cloud-aws-pue-2024'),
    enterprise: rangeOf('facility-enterprise-pue-2025'),
    small: rangeOf('grid-is-2022'),
    states: rangeOf('grid-us-2022'),
    provinces: rangeOf('grid-ca-2022'),
    sweden: rangeOf('grid-se-2022'),
    jeanZay: rangeOf('facility-jean-zay-pue'),
    onSite: rangeOf('cloud-aws-us-west-2-wue-2024'),
    offSite: rangeOf('grid-fr-water'),
    provider: rangeOf('cloud-gcp-us-central1-provider-grid-2021'),
    market: rangeOf('cloud-gcp-us-central1-market-2021'),
    adpe: rangeOf('grid-fr-adpe'),
  }).toEqual({
    zone: 'grid-zone',
    country: 'grid-country',
    region: 'pue-region',
    design: 'pue-design',
    estimate: 'grid-estimate',
    swedenZone: 'grid-several-zones',
    fleetWater: 'water-fleet',
    fleet: 'pue-fleet',
    enterprise: 'pue-world',
    small: 'grid-small-country',
    states: 'grid-wide-zones',
    provinces: 'grid-widest-zones',
    sweden: 'grid-several-zones',
    jeanZay: 'pue-region',
    onSite: 'water-on-site',
    offSite: 'water-off-site',
    provider: 'grid-zone',
    market: 'definition',
    adpe: 'impact-per-kwh',
  });
});

test('no PUE is below 1, and no grid above coal', () => {
  expect(rows.filter(({ id, value }) => /-pue(?:-|$)/.test(id) && value < 1)).toEqual([]);
  expect(rows.filter(({ unit, value }) => unit === 'gCO2e/kWh' && value > 1400)).toEqual([]);
});
