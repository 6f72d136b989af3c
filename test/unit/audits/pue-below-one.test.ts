import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('pue-below-one', () => {
  it.each([
    ['in a list', section('- PUE: 0.9')],
    ['in prose', section('The data centre has a power usage effectiveness (PUE) of 0.85.')],
    ['in a table', section('| Site | PUE |\n|---|---|\n| A | 0.91 |')],
  ])('finds %s', (_, text) => {
    expect(placesOf('pue-below-one', text)).not.toEqual([]);
  });

  it.each([
    ['1.0', section('- PUE: 1.0')],
    ['1.1', section('The PUE of the data centre is 1.1 and its WUE 0.2 L/kWh.')],
    ['something else', section('It drew 0.9 kWh without the PUE.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('pue-below-one', text)).toEqual([]);
  });
});
