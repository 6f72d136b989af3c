import { describe, expect, it } from 'vitest';
import { findingsIn, placesOf } from './asked.js';

const ours =
  '<!-- carboncard:begin -->\n\nEmitted about **260 kg CO₂e**.\n\n- **Carbon Emitted:** 260 kg CO₂e (development, location-based)\n\n<!-- carboncard:end -->';
const cardWith = (above: string, below = ''): string => `# A model\n\n## Environmental Impact\n\n${above}\n\n${ours}\n\n${below}\n`;

describe('section-disagrees', () => {
  it.each([
    ['a bullet of the template', cardWith('- **Carbon Emitted:** 12 kg CO2eq'), '5:23'],
    ['a line of prose', cardWith('Carbon emissions: 1.2 t CO2eq'), '5:19'],
    ['a figure below', cardWith('Text.', '- Carbon Emitted: 12 kg'), '15:19'],
  ])('finds %s', (_, text, place) => {
    expect(placesOf('section-disagrees', text)).toEqual([place]);
  });

  it.each([
    '- **Carbon Emitted:** 12,000 g',
    '- **Carbon Emitted:** 0.012 t',
    '* Carbon emitted: **12 kg**',
    '- **Carbon Emitted:** ~12 kg',
    '- **Carbon Emitted (kg):** 12',
    '- **CO2 Emissions (in grams):** 12000',
    '- **Emissions:** 12.5 kgCO2eq',
    '- **Greenhouse gas emissions:** 12 kg CO2e',
    '- **Émissions de carbone :** 12,5 kg CO2',
    '- **CO2-Emissionen:** 12,5 kg',
    '- **Emisiones de carbono:** 12,5 kg',
    '| Carbon Emitted | 12 kg |\n|---|---|\n| Hours used | 40 |',
    '| | |\n|---|---|\n| **Carbon Emitted** | 12 kg |',
    '| Hardware | Hours | Carbon Emitted (kg) |\n|---|---|---|\n| V100 | 40 | 12 |',
    'Total emissions: 12 kg CO2eq.',
    'The model emitted 12 kg of CO2 during training.',
    '## Training\n\n- **Carbon Emitted:** 12 kg',
  ])('finds an own total as people write it: %s', (text) => {
    expect(placesOf('section-disagrees', cardWith(text))).toHaveLength(1);
  });

  it('names both figures', () => {
    const [found] = findingsIn(cardWith('- **Carbon Emitted:** 12 kg CO2eq')).filter(({ id }) => id === 'section-disagrees');
    expect([found?.severity, found?.message]).toEqual(['warning', 'The text has 12 kg CO2eq, the carbon section has 260 kg CO₂e.']);
  });

  it.each([
    ['the same figure, rounded otherwise', cardWith('- **Carbon Emitted:** 0.26 t CO2eq')],
    ['a figure of another model', cardWith('BLOOM, for comparison, emitted 25 t CO2eq.')],
    ['one of the base model', cardWith('The base model emitted 12 t of CO2.')],
    ['one of a part', cardWith('- **Embodied emissions:** 12 kg')],
    ['an offset', cardWith('- **Carbon offset:** 12 kg')],
    ['one per request', cardWith('- **Carbon Emitted per request:** 0.1 g')],
    ['a rate', cardWith('Carbon emissions: 0.5 g CO2eq per request')],
    ['a card without a section of ours', '# A model\n\n- **Carbon Emitted:** 12 kg CO2eq\n\n- **Carbon Emitted:** 260 kg CO2eq\n'],
    ['one that is told to', cardWith('<!-- carboncard-audit section-disagrees: off -->\n\n- **Carbon Emitted:** 12 kg CO2eq')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('section-disagrees', text)).toEqual([]);
  });
});
