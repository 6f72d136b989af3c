import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('pue-twice', () => {
  it.each([
    [
      'an energy that includes it',
      section('The run drew 449 MWh (PUE included). With a PUE of 1.1 and 385 g CO2/kWh it emitted 190 t CO2eq.'),
    ],
    [
      'an energy from hours, power and PUE',
      section(
        '- **Hours used:** 1,022,362 GPU-hours\n- **Power:** 400 W\n- **PUE:** 1.1\n- **Energy consumed:** 449.8 MWh\n- **Carbon intensity:** 385 g CO2e/kWh\n- **Carbon Emitted:** 190.5 t CO2eq',
      ),
    ],
    ['an energy of CodeCarbon', section('CodeCarbon measured 120.0 kWh. With our PUE of 1.35 and 400 g CO2e/kWh this is 64.8 kg CO2eq.')],
    [
      'squared',
      section(
        '- **Hours used:** 1,022,362 GPU-hours\n- **Power:** 400 W\n- **PUE:** 1.2\n- **Carbon intensity:** 385 g CO2e/kWh\n- **Carbon Emitted:** 226.7 t CO2eq',
      ),
    ],
  ])('finds %s', (_, text) => {
    expect(placesOf('pue-twice', text)).not.toEqual([]);
  });

  it.each([
    ['once', section('The run drew 408.9 MWh at the accelerators. With a PUE of 1.1 and 385 g CO2/kWh it emitted 173 t CO2eq.')],
    ['included and not applied', section('The run drew 449 MWh (PUE of 1.1 included). At 385 g CO2/kWh it emitted 173 t CO2eq.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('pue-twice', text)).toEqual([]);
  });
});
