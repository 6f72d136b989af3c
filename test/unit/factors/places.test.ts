import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlace } from '../../../src/factors/places.js';

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
    expect(parsePlace('aws us-west-2').found).toEqual({ label: 'AWS us-west-2', cloud: 'aws', region: 'us-west-2', country: 'US' });
  });

  test('the world only where it is said', () => {
    expect(parsePlace('world').found).toEqual({ label: 'the world', world: true });
    expect(parsePlace('global').found).toBeUndefined();
  });
});

describe('questions', () => {
  test.each([
    ['AWS us-east', ['aws us-east-1', 'aws us-east-2']],
    ['Oregon', ['aws us-west-2', 'gcp us-west1']],
    ['Georgia', ['GE', 'gcp us-east2', 'azure eastus3']],
  ])('%s', (text, candidates) => {
    expect(parsePlace(text)).toEqual({ why: 'ambiguous', candidates });
  });
});

test('an unknown place names the nearest three', () => {
  expect(parsePlace('Frnace')).toMatchObject({ why: 'unknown', candidates: ['France (FR)', expect.any(String), expect.any(String)] });
  expect(parsePlace('gcp us-central')).toMatchObject({
    why: 'unknown',
    candidates: ['gcp us-central1', expect.any(String), expect.any(String)],
  });
});

test('any text at all gives an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      parsePlace(text);
    }),
    { numRuns: 1000, seed: 1 },
  );
});
