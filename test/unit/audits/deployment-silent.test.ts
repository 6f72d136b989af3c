import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('deployment-silent', () => {
  it.each([['not a word', section('- **Carbon Emitted:** 5 kg CO2eq')]])('finds %s', (_, text) => {
    expect(placesOf('deployment-silent', text)).not.toEqual([]);
  });

  it.each([
    ['left out aloud', section('- **Carbon Emitted:** 5 kg CO2eq, without inference')],
    ['said per request', section('- **Carbon Emitted:** 5 kg CO2eq. Each request emits about 2 g CO2eq.')],
    ['no claim', section('We trained on one GPU.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('deployment-silent', text)).toEqual([]);
  });
});
