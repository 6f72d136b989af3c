import { describe, expect, it } from 'vitest';
import { card, placesOf } from './asked.js';

describe('metadata-disagrees', () => {
  it.each([
    ['another figure in the prose', card('co2_eq_emissions: 5600', 'Training emitted 8.1 kg CO2eq.')],
    [
      'another figure behind the label',
      card('co2_eq_emissions:\n  emissions: 149200', '## Environmental Impact\n\n- **Carbon Emitted:** 25 kg CO2 eq.'),
    ],
  ])('finds %s', (_, text) => {
    expect(placesOf('metadata-disagrees', text)).not.toEqual([]);
  });

  it.each([
    ['the same, rounded', card('co2_eq_emissions: 5612.3', 'Training emitted 5.6 kg CO2eq.')],
    ['one of several', card('co2_eq_emissions: 50500000', 'Electricity emitted 24.7 t CO2eq, all together 50.5 tonnes of CO2eq.')],
    [
      'a section on the use of the model alone',
      card(
        'co2_eq_emissions: 5600',
        '<!-- carboncard:begin -->\n\nUsing **M** emitted about **44 kg CO₂e**.\n\n- **Carbon Emitted:** 44 kg CO₂e (use, location-based)\n\n<!-- carboncard:end -->',
      ),
    ],
    ['no figure in the prose', card('co2_eq_emissions: 5600', 'Trained on 8 GPUs.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('metadata-disagrees', text)).toEqual([]);
  });
});
