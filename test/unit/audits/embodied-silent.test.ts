import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('embodied-silent', () => {
  it.each([['not a word', section('- **Carbon Emitted:** 5 kg CO2eq')]])('finds %s', (_, text) => {
    expect(placesOf('embodied-silent', text)).not.toEqual([]);
  });

  it.each([
    ['counted', section('- **Carbon Emitted:** 5 kg CO2eq, with embodied emissions')],
    ['left out aloud', section('- **Carbon Emitted:** 5 kg CO2eq\n\nThe manufacturing of the hardware is not counted.')],
    ['no claim', section('We trained on one GPU.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('embodied-silent', text)).toEqual([]);
  });
});
