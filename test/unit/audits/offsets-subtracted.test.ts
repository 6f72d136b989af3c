import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('offsets-subtracted', () => {
  it.each([
    ['taken off', section('Training emitted 12 tCO2eq after offsets of 30 tCO2eq.')],
    ['net', section('Net emissions are 10 t CO2eq: 40 t CO2eq minus 30 t CO2eq of offsets.')],
    [
      'from a sentence before',
      section('Our training emitted 100 t CO2eq. We bought offsets for 80 t CO2eq, so that the carbon footprint is 20 t CO2eq.'),
    ],
    ['neutral', section('Training was carbon neutral thanks to offsets: 0 kg CO2eq.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('offsets-subtracted', text)).not.toEqual([]);
  });

  it.each([
    ['beside the whole', section('Estimated total emissions were 539 tCO2eq, 100% of which were offset by our sustainability program.')],
    ['apart', section('Training emitted 40 t CO2eq; offsets of 30 t CO2eq are not subtracted.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('offsets-subtracted', text)).toEqual([]);
  });
});
