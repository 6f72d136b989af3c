import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCountry } from '../../../../src/factors/grid/countries.js';
import { countryRows } from '../../../../src/factors/grid/country-rows.js';
import { electricityMaps, publishedZones } from '../../../../src/factors/grid/electricity-maps.js';
import { emberIntensities } from '../../../../src/factors/grid/ember-data.js';
import { gridAlternative, gridFactors, gridImpact, gridIntensity, gridWater, gridZones } from '../../../../src/factors/grid/index.js';
import { positive } from '../../../../src/factors/grid/zones-at-build.js';

const load = createRequire(import.meta.url);
const averages: Record<string, number> = load('@tgwf/co2/data').averageIntensity.data;

describe('a country', () => {
  test('France 2022 is 78.81113 g/kWh, and not 2021’s 59.76878', () => {
    expect(gridIntensity({ country: 'FR' }, 2022)).toMatchObject({
      found: {
        id: 'grid-fr-2022',
        title: 'France, 2022',
        value: 78.81113,
        year: 2022,
        zone: 'FR',
        unit: 'gCO2e/kWh',
        source: { licence: 'CC BY 4.0' },
      },
      steps: [],
    });
    expect(gridIntensity({ country: 'FR' }, 2021).found?.value).toBe(59.76878);
  });

  test.each(['France', 'FRA', 'fr', ' FRANCE '])('%s is FR', (country) => {
    expect(gridIntensity({ country }, 2022).found?.id).toBe('grid-fr-2022');
  });

  test.each([
    ['US', 2019, 413.22342],
    ['US', 2023, 369.4732],
    ['PL', 2023, 661.9259],
    ['CN', 2023, 582.317],
  ])('%s %i is %d g/kWh', (country, year, value) => {
    expect(gridIntensity({ country }, year).found?.value).toBe(value);
  });

  test('the world is no country', () => {
    expect(gridIntensity({ country: 'WORLD' }, 2023)).toMatchObject({ why: 'unknown' });
  });

  test.each([
    ['US', 2024, 383.55],
    ['GB', 2024, 215.79],
    ['FR', 2024, 44.18],
  ])('%s %i is of the same series as the years before, %d g/kWh of what is produced', (country, year, value) => {
    expect(gridIntensity({ country }, year)).toMatchObject({
      found: { value, year, kind: expect.stringContaining('production mix'), source: { licence: 'CC BY 4.0' } },
      steps: [],
    });
  });

  test('2025 takes 2024 on the same basis, and not another basis of the same year', () => {
    expect(gridIntensity({ country: 'FR' }, 2025)).toMatchObject({
      found: { id: 'grid-fr-2024', value: 44.18 },
      steps: [
        { id: 'nearest-year', text: 'no figure of Our World in Data or Ember for France in 2025; 2024 is the nearest year with one' },
      ],
    });
  });

  test('has the figure of the other series beside it, of the same year: France 2022 is 91 g/kWh there', () => {
    expect(gridIntensity({ country: 'FR' }, 2022).found?.other).toBe(91);
    expect(gridIntensity({ zone: 'FR' }, 2022).found).toMatchObject({ value: 91, other: 78.81113 });
    expect(gridIntensity({ country: 'FR' }, 2018).found?.other).toBeUndefined();
  });

  test('2027 takes 2024, 2029 is too far', () => {
    expect(gridIntensity({ country: 'FR' }, 2027)).toMatchObject({ found: { year: 2024 }, steps: [{ id: 'nearest-year' }] });
    expect(gridIntensity({ country: 'FR' }, 2029)).toMatchObject({ why: 'no-year', candidates: expect.arrayContaining(['2012', '2024']) });
  });

  test('without a zone of its own, Ember’s newest', () => {
    expect(gridIntensity({ country: 'CL' }, 2024)).toMatchObject({
      found: { value: 265.52, source: { licence: 'CC BY 4.0' } },
      steps: [],
    });
    expect(gridIntensity({ country: 'RUS' }, 2025)).toMatchObject({
      found: { value: 446.17, year: 2024 },
      steps: [{ id: 'nearest-year' }],
    });
    expect(gridIntensity('world', 2024)).toMatchObject({ found: { value: 472.94, year: 2024 }, steps: [] });
  });

  test('without a year takes the newest, with a step', () => {
    expect(gridIntensity({ country: 'FR' }, undefined)).toMatchObject({
      found: { year: 2024 },
      steps: [{ id: 'nearest-year', text: 'no year was given for France; 2024 is the newest with a figure' }],
    });
  });

  test('the Central African Republic’s zeros, in both tables of what is produced, are missing and not 0', () => {
    expect(averages['CAF']).toBe(0);
    expect(emberIntensities).not.toHaveProperty('CF');
    for (const year of [2022, 2023, 2024, 2025])
      expect(gridIntensity({ country: 'CAF' }, year).found?.source.id).toBe('electricity-maps-yearly');
    expect(gridIntensity({ country: 'CF' }, 2017)).toMatchObject({ why: 'no-year' });
    expect(gridIntensity({ country: 'CF' }, 2013)).toMatchObject({ found: { value: 111.11111, year: 2012 } });
  });

  test('a country that the table lacks has no figure, near or far', () => {
    expect(gridIntensity({ country: 'Tokelau' }, 2022)).toEqual({ why: 'no-year', candidates: [] });
  });

  test('a small country has the figure of the one that supplies it, with a step; the range reaches to that of another supplier', () => {
    expect(gridIntensity({ country: 'Liechtenstein' }, 2022)).toMatchObject({
      found: { value: 36.13297, zone: 'CH' },
      steps: [{ id: 'coarser-place', text: 'no grid figure for Liechtenstein; that of Switzerland, which supplies it, was used' }],
    });
    expect(gridIntensity({ country: 'Andorra' }, 2024).found).toMatchObject({ id: 'grid-es-2024', value: 146.15, other: 44.18 });
    for (const [country, main] of Object.entries({ MC: 'FR', SM: 'IT', VA: 'IT', JE: 'GB', GG: 'GB', IM: 'GB' }))
      expect(gridIntensity({ country }, 2024).found?.zone).toBe(main);
  });

  test('the European Union is its own figure, as wide as its members: 213 g/kWh in 2024, 36 to 615', () => {
    expect(gridIntensity('EU', 2024).found).toMatchObject({ id: 'grid-eu27-2024', value: 213.02, low: 36, high: 615, year: 2024 });
  });

  test.each([
    ['España', 'ES'],
    ['Frankreich', 'FR'],
    ['Allemagne', 'DE'],
    ['日本', 'JP'],
    ['中国', 'CN'],
    ['Германия', 'DE'],
    ['Países Bajos', 'NL'],
    ['الصين', 'CN'],
    ['한국', undefined],
    ['대한민국', 'KR'],
  ])('%s is %s', (name, code) => {
    expect(findCountry(name).found?.code).toBe(code);
  });

  test('an unknown one names the near ones', () => {
    expect(gridIntensity({ country: 'Frnace' }, 2022)).toEqual({
      why: 'unknown',
      candidates: ['France (FR)'],
    });
  });
});

test('the world, where it is asked for', () => {
  expect(gridIntensity('world', 2023)).toMatchObject({
    found: { id: 'grid-world-2023', title: 'The world, 2023', value: 480.8486 },
    steps: [],
  });
});

test.each([
  ['US', 2024, 383.55],
  ['GB', 2024, 215.79],
  ['FR', 2024, 44.18],
  ['CN', 2024, 557.5],
  ['IN', 2024, 708.96],
  ['AE', 2024, 467.51],
  ['US', 2023, undefined],
  ['UZ', 2022, undefined],
])('%s %i is Ember’s, produced and life-cycle, licence CC BY 4.0; Electricity Maps’ is the alternative', (country, year, value) => {
  const { found } = gridIntensity({ country }, year);
  if (value !== undefined) expect(found?.value).toBe(value);
  expect(found).toMatchObject({
    unit: 'gCO2e/kWh',
    year,
    kind: expect.stringContaining('production mix'),
    source: { licence: 'CC BY 4.0' },
  });
  expect(gridAlternative({ country }, year)).toMatchObject({ year, value: found?.other, source: { id: 'electricity-maps-yearly' } });
});

test('a zone that is a country has Ember’s as its alternative; a part of a country has none', () => {
  expect(gridAlternative({ zone: 'FR' }, 2022)).toMatchObject({ id: 'grid-fr-2022', value: 78.81113 });
  expect(gridAlternative({ zone: 'US-CAL-CISO' }, 2022)).toBeUndefined();
});

test.each([
  'QA',
  'TM',
  'TT',
  'DZ',
  'FK',
  'GM',
  'GW',
  'KM',
  'PM',
  'KY',
  'CA-NU',
  'CF',
  'LS',
])('%s has one figure for all years: an estimate, and wide', (zone) => {
  expect(gridIntensity({ zone }, 2023).found).toMatchObject({ range: 'grid-estimate', note: expect.stringContaining('an estimate') });
});

test('a zone that moves by less than 3 % is an estimate, too; one that moves more is not', () => {
  expect(gridIntensity({ zone: 'SA' }, 2023).found?.range).toBe('grid-estimate');
  expect(gridIntensity({ zone: 'FR' }, 2023).found?.range).toBe('grid-country');
});

test('the same figure has the same range by country, zone and cloud region', () => {
  const pairs = gridFactors().filter(({ zone, kind }) => zone?.length === 2 && kind.includes('consumption'));
  const byCountry = new Map(
    gridFactors().flatMap(({ zone, kind, range }) => (zone !== undefined && kind.includes('production') ? [[zone, range] as const] : [])),
  );
  for (const { zone = '', range, id } of pairs) {
    if (byCountry.has(zone) && range !== 'grid-estimate') expect([id, range]).toEqual([id, byCountry.get(zone)]);
  }
});

describe('a zone', () => {
  test('has its own figure, of what is consumed', () => {
    expect(gridIntensity({ zone: 'US-MIDW-MISO' }, 2021)).toMatchObject({
      found: { id: 'grid-zone-us-midw-miso-2021', value: 561, kind: 'life-cycle, average, consumption mix, location-based' },
      steps: [],
    });
  });

  test('is that of the package in every year', () => {
    expect(gridIntensity({ zone: 'CA-AB' }, 2022)).toMatchObject({ found: { id: 'grid-zone-ca-ab-2022', value: 455 }, steps: [] });
    expect(gridIntensity({ zone: 'FR' }, 2022).found?.value).toBe(91);
    expect(gridIntensity({ zone: 'us-nw-bpat' }, 2025)).toMatchObject({ found: { value: 129, year: 2025 }, steps: [] });
  });

  test('without a near year takes its country, with a step on the basis', () => {
    expect(gridIntensity({ zone: 'CA-AB' }, 2015)).toMatchObject({
      found: { id: 'grid-ca-2015' },
      steps: [
        { id: 'coarser-place', text: 'no grid figure for grid zone CA-AB; the average of Canada was used' },
        { id: 'other-basis', text: 'the basis differs too: electricity produced in Canada, not consumed in grid zone CA-AB' },
      ],
    });
    expect(gridIntensity({ zone: 'CA-XX' }, 2025)).toMatchObject({
      found: { id: 'grid-ca-2024' },
      steps: [{ id: 'coarser-place' }, { id: 'other-basis' }, { id: 'nearest-year' }],
    });
  });

  test('that is a country is no coarser place for it', () => {
    expect(gridIntensity({ zone: 'FR' }, 2018)).toMatchObject({ found: { id: 'grid-fr-2018' }, steps: [{ id: 'other-basis' }] });
  });

  test('of no country is unknown', () => {
    expect(gridIntensity({ zone: 'ZZ-1' }, 2022)).toMatchObject({ why: 'unknown' });
    expect(gridIntensity({ zone: 'constructor' }, 2022)).toMatchObject({ why: 'unknown' });
  });
});

test('water of electricity: France 3.6737 L/kWh, none published for Kenya', () => {
  expect(gridWater('France')).toMatchObject({ found: { value: 3.6737, unit: 'L/kWh' } });
  expect(gridWater('KE')).toEqual({ why: 'unknown', candidates: [] });
});

test('other impacts: France’s electricity takes 9.3135 MJ and 4.858e-8 kg Sb eq a kWh', () => {
  expect(gridImpact('FRA', 'primary-energy')).toMatchObject({ found: { value: 9.3135, unit: 'MJ/kWh', zone: 'FR' }, steps: [] });
  expect(gridImpact('FR', 'adpe')).toMatchObject({ found: { value: 4.858e-8, unit: 'kgSbeq/kWh' } });
  expect(gridImpact('KE', 'adpe')).toEqual({ why: 'unknown', candidates: [] });
});

describe('the package', () => {
  test('is the edition that the sources name', () => {
    const { version } = JSON.parse(readFileSync('node_modules/@tgwf/co2/package.json', 'utf8'));
    expect(electricityMaps.title).toContain(`@tgwf/co2 ${version}`);
  });

  test('has 352 zones, each with five years', () => {
    expect(publishedZones().size).toBe(352);
    expect([...publishedZones()].filter(([, { values }]) => Object.keys(values).join() !== '2021,2022,2023,2024,2025')).toEqual([]);
  });

  test('has the same averages by Ember as the table', () => {
    expect(Object.values(emberIntensities).map(([alpha3]) => averages[alpha3])).toEqual(
      Object.values(emberIntensities).map((row) => row[2]),
    );
  });

  test.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], ['31'], [null], [undefined]])('a figure of %s is missing', (value) => {
    expect(positive({ value, unit: 'gCO2eq/kWh' })).toBeUndefined();
  });

  test('a figure in another unit is missing', () => {
    expect(positive({ value: 0.031, unit: 'kgCO2eq/kWh' })).toBeUndefined();
    expect(positive(undefined)).toBeUndefined();
    expect(positive({ value: 31, unit: 'gCO2eq/kWh' })).toBe(31);
  });
});

describe('whatever is asked', () => {
  const anyYear = fc.option(fc.integer({ min: 2005, max: 2035 }), { nil: undefined });
  const places = fc.oneof(
    fc.constantFrom(...countryRows.map(([country]) => ({ country }))),
    fc.constantFrom(...gridZones().map((zone) => ({ zone }))),
    fc.constant('world' as const),
  );

  test('a figure is above 0, of a year at most three away, and has a step wherever it is not what was asked for', () => {
    fc.assert(
      fc.property(places, anyYear, (place, year) => {
        const lookup = gridIntensity(place, year);
        if (lookup.found === undefined) return;
        const { found, steps } = lookup;
        expect(found.value).toBeGreaterThan(0);
        expect(Math.abs((found.year ?? 0) - (year ?? found.year ?? 0))).toBeLessThanOrEqual(3);
        const ids = steps.map(({ id }) => id);
        expect(ids.includes('nearest-year')).toBe(found.year !== year);
        const wanted = place !== 'world' && 'zone' in place ? 'consumption mix' : 'production mix';
        expect(ids.includes('other-basis')).toBe(!found.kind.includes(wanted));
        const own = place === 'world' ? 'WORLD' : 'zone' in place ? place.zone : place.country;
        expect(ids.includes('coarser-place')).toBe(found.zone !== own);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  test('what is found is among the rows', () => {
    const rows = new Map(gridFactors().map((row) => [row.id, row]));
    fc.assert(
      fc.property(places, anyYear, (place, year) => {
        const { found } = gridIntensity(place, year);
        if (found !== undefined) expect(rows.get(found.id)).toEqual({ ...found, other: undefined });
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});
