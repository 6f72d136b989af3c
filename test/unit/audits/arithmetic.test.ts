import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('arithmetic', () => {
  it.each([
    ['a PUE on one side only', section('Training used 1,287 MWh on a grid of 429 g CO2e/kWh and emitted 502 t CO2e.')],
    [
      'energy × grid',
      section('- **Energy consumed:** 914 kWh\n- **Carbon intensity:** 394 gCO2eq/kWh\n- **Carbon Emitted:** 340 kg CO2 eq.'),
    ],
    ['emissions of one digit beyond rounding', section('It drew 400 kWh at 119.76 g CO2/kWh, which is 20 kg CO2eq.')],
    ['an energy of few digits beside emissions of many', section('It drew 400 kWh at 120 g CO2/kWh, which is 40.2 kg CO2eq.')],
    ['a thousand too much', section('It drew 433,196 kWh at 57 gCO2/kWh, which is 24,692 tonnes of CO2eq.')],
    [
      'a thousand too little',
      section(
        '- **Hours used:** 1,082,990 GPU-hours\n- **Power:** 400 W\n- **Carbon intensity:** 57 g CO2e/kWh\n- **Carbon Emitted:** 24.7 kg CO2 eq.',
      ),
    ],
    ['pounds for kilograms', section('The run used 1,000 kWh at 400 g CO2/kWh and emitted 181 kg CO2eq.')],
    ['hours of one accelerator', section('We trained on 64 A100 SXM4 80GB for 1,000 hours at 385 g CO2/kWh, and emitted 154 kg CO2eq.')],
    ['a product in one line', section('184,320 GPU hours × 400 W × 1.1 × 385 g/kWh = 31.2 kg CO2eq')],
    [
      'a table row',
      section(
        '| | Energy (kWh) | Carbon intensity (gCO2eq/kWh) | Emissions (tCO2eq) |\n|---|---|---|---|\n| Small | 100,000 | 400 | 40 |\n| Large | 250,000 | 400 | 10.0 |',
      ),
    ],
    ["an energy that its hours can't have drawn", section('Training took 1,000 A100 hours, and drew 400 MWh.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('arithmetic', text)).not.toEqual([]);
  });

  it.each([
    ['energy × grid', section('Training used 1,287 MWh on a grid of 429 g CO2e/kWh and emitted 552 t CO2e.')],
    ['a PUE within reason', section('Training used 104 MWh at 0.656 kg CO2e/kWh, and emitted 75.05 t CO2eq.')],
    [
      'a load below the rating',
      section(
        '- **Hours used:** 1,082,990 GPU-hours\n- **Power:** 400 W\n- **Carbon intensity:** 57 g CO2e/kWh\n- **Carbon Emitted:** 17 t CO2 eq.',
      ),
    ],
    [
      'figures of two things',
      section('Training drew 433 MWh and emitted 24.7 t CO2e at 57 g/kWh; serving drew 914 kWh and emitted 360 kg CO2e.'),
    ],
    ['energy and emissions of one digit: 360 kWh and 43 kg', section('It drew 400 kWh at 119.76 g CO2/kWh, which is 40 kg CO2eq.')],
    ['emissions of one digit, in a unit', section('It drew 2,000 kWh at 400 g CO2/kWh, which is 0.6 t CO2eq.')],
    ['a rounded grid', section('It drew 100 kWh at about 0.4 kg CO2/kWh, which is 43 kg CO2eq.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('arithmetic', text)).toEqual([]);
  });
});
