import { describe, expect, it } from 'vitest';
import { findingsIn, placesOf, section } from './asked.js';

describe('implied-intensity', () => {
  it.each([
    [
      'tonnes that are far too few',
      section('Training took 7.0M GPU hours on H100-80GB (TDP of 700W). Estimated emissions were 12.9 tons CO2eq.'),
    ],
    [
      'by the name of the device alone',
      section('- **Hardware Type:** H100-80GB\n- **Hours used:** 7.0M GPU hours\n- **Carbon Emitted:** 12.9 tCO2eq'),
    ],
    ['Wh as kWh', section('- **Energy consumed:** 1,550 Wh\n- **Carbon Emitted:** 560 kg CO2 eq.')],
    [
      'grams for kilograms',
      section('- **Hardware Type:** A100 PCIe 40GB\n- **Hours used:** 150000\n- **Carbon Emitted:** 11250 g CO2 eq.'),
    ],
    ['a grid in kg/kWh that is in kg/MWh', section('The carbon intensity is 394 kg CO2/kWh.')],
    [
      "more than the country's grid",
      section('- **Energy consumed:** 1,000 kWh\n- **Compute Region:** France\n- **Carbon Emitted:** 700 kg CO2 eq.'),
    ],
    [
      'a row of a table',
      section(
        '| | Time (GPU hours) | Power consumption (W) | Carbon emitted (tCO2eq) |\n|---|---|---|---|\n| 7B | 184320 | 400 | 31.22 |\n| 13B | 368640 | 400 | 0.06244 |',
      ),
    ],
  ])('finds %s', (_, text) => {
    expect(placesOf('implied-intensity', text)).not.toEqual([]);
  });

  it.each([
    [
      'published cards: Stable Diffusion',
      section(
        '- **Hardware Type:** A100 PCIe 40GB\n- **Hours used:** 150000\n- **Cloud Provider:** AWS\n- **Compute Region:** US-east\n- **Carbon Emitted:** 11250 kg CO2 eq.',
      ),
    ],
    [
      'published cards: Llama 3',
      section('Training took 7.0M GPU hours on H100-80GB (TDP of 700W). Estimated emissions were 2,040 tons CO2eq.'),
    ],
    ['an energy and its emissions', section('- **Emissions:** 5.6 KgCO2 (Germany)\n- **Total energy consumption:** 15.5 kWh')],
    ['a grid', section('The carbon intensity is 394 kg CO2/MWh.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('implied-intensity', text)).toEqual([]);
  });

  it.each([
    [
      'the own grid of a region',
      'AWS',
      'us-west-2',
      'the grid of AWS us-west-2 has 88.0 to 129 g/kWh in published years; other sources can differ',
    ],
    [
      'a wide country',
      'not stated',
      'United States',
      'grids of the United States have 25.0 to 860 g/kWh in published years; other sources can differ',
    ],
    ['no place', 'not stated', 'not stated', 'grids have 5.00 to 1,200 g/kWh'],
  ])('says which grids it goes by: %s', (_, cloud, region, words) => {
    const text = section(
      `- **Energy consumed:** 1,000 kWh\n- **Cloud Provider:** ${cloud}\n- **Compute Region:** ${region}\n- **Carbon Emitted:** 7,000 kg CO2 eq.`,
    );
    const [found] = findingsIn(text).filter(({ id }) => id === 'implied-intensity');
    expect(found?.expected).toContain(words);
  });

  it("lets the country's average pass for a region of a cloud: 432 g/kWh in us-west-2", () => {
    const text = section(
      '- **Energy consumed:** 1,000 kWh\n- **Cloud Provider:** AWS\n- **Compute Region:** us-west-2\n- **Carbon Emitted:** 432 kg CO2 eq.',
    );
    expect(placesOf('implied-intensity', text)).toEqual([]);
  });
});
