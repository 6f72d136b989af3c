import { describe, expect, test } from 'vitest';
import { gridIntensity, gridWater } from '../../../../src/factors/grid/index.js';

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

  test('2025 takes 2023, and says so; 2027 is too far', () => {
    expect(gridIntensity({ country: 'FR' }, 2025)).toMatchObject({
      found: { year: 2023 },
      steps: [{ id: 'nearest-year', text: 'no figure for France in 2025; 2023 is the nearest year that has one' }],
    });
    expect(gridIntensity({ country: 'FR' }, 2027)).toMatchObject({ why: 'no-year', candidates: expect.arrayContaining(['2012', '2023']) });
  });

  test('without a year the newest, and says so', () => {
    expect(gridIntensity({ country: 'FR' }, undefined)).toMatchObject({
      found: { year: 2023 },
      steps: [{ id: 'nearest-year', text: 'no year was given for France; 2023 is the newest that has a figure' }],
    });
  });

  test('the Central African Republic’s zeros of 2013 to 2022 are missing, not 0', () => {
    expect(gridIntensity({ country: 'CF' }, 2020)).toEqual({ why: 'no-year', candidates: ['2012'] });
    expect(gridIntensity({ country: 'CF' }, 2013)).toMatchObject({ found: { value: 111.11111, year: 2012 } });
  });

  test('a country that the table lacks has no figure, near or far', () => {
    expect(gridIntensity({ country: 'Liechtenstein' }, 2022)).toEqual({ why: 'no-year', candidates: [] });
  });

  test('an unknown one names the nearest three', () => {
    expect(gridIntensity({ country: 'Frnace' }, 2022)).toEqual({
      why: 'unknown',
      candidates: ['France (FR)', 'Greece (GR)', 'Monaco (MC)'],
    });
  });
});

test('the world, where it is asked for', () => {
  expect(gridIntensity('world', 2023)).toMatchObject({
    found: { id: 'grid-world-2023', title: 'The world, 2023', value: 480.8486 },
    steps: [],
  });
});

describe('a zone', () => {
  test('has its own figure, of what is consumed', () => {
    expect(gridIntensity({ zone: 'US-MIDW-MISO' }, 2021)).toMatchObject({
      found: { id: 'grid-zone-us-midw-miso-2021', value: 561.94, kind: 'life-cycle, average, consumption mix, location-based' },
      steps: [],
    });
  });

  test('without one takes its country, and says what changes', () => {
    const lookup = gridIntensity({ zone: 'CA-AB' }, 2022);
    expect(lookup).toMatchObject({ found: { id: 'grid-ca-2022' }, steps: [{ id: 'coarser-place' }] });
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
