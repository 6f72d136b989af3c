import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../../src/claims/text/places.js';

describe('the place of a labelled text', () => {
  it.each([
    ['Jean Zay (IDRIS), France', '', 'Jean Zay, France'],
    ['us-east-1', 'AWS', 'AWS us-east-1'],
  ])('%s with cloud “%s” is %s', (text, cloud, label) => {
    expect(placeIn(text, cloud)?.label).toBe(label);
  });

  it.each([
    'Google Cloud us-central1 (mostly)',
    'mostly AWS us-east-1',
    'France (partly)',
    'AWS us-west-2; Norway',
  ])('%s is no single place', (text) => {
    expect(placeIn(text, '')).toBeUndefined();
  });
});
