import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('power-below-idle', () => {
  it.each([
    ['a last sample', section('- **Hardware Type:** A100 SXM4 80GB\n- **Average power:** 12 W')],
    ['by its energy', section('- **Hardware Type:** H100 SXM5 80GB\n- **GPU hours:** 10,000\n- **Energy consumed:** 100 kWh')],
  ])('finds %s', (_, text) => {
    expect(placesOf('power-below-idle', text)).not.toEqual([]);
  });

  it.each([
    ['a low draw', section('- **Hardware Type:** A100 SXM4 80GB\n- **Average power:** 120 W')],
    ['an energy that fits', section('- **Hardware Type:** H100 SXM5 80GB\n- **GPU hours:** 10,000\n- **Energy consumed:** 5,000 kWh')],
    ['hours that may be of one', section('- **Hardware Type:** A100\n- **Hours used:** 36\n- **Energy consumed:** 15.5 kWh')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('power-below-idle', text)).toEqual([]);
  });
});
