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

  it('names both figures', () => {
    const [found] = findingsIn(cardWith('- **Carbon Emitted:** 12 kg CO2eq')).filter(({ id }) => id === 'section-disagrees');
    expect([found?.severity, found?.message]).toEqual(['warning', 'The text has 12 kg CO2eq, the carbon section has 260 kg CO₂e.']);
  });

  it.each([
    ['the same figure, rounded otherwise', cardWith('- **Carbon Emitted:** 0.26 t CO2eq')],
    ['a figure of another model', cardWith('BLOOM, for comparison, emitted 25 t CO2eq.')],
    ['a rate', cardWith('Carbon emissions: 0.5 g CO2eq per request')],
    ['a card without a section of ours', '# A model\n\n- **Carbon Emitted:** 12 kg CO2eq\n\n- **Carbon Emitted:** 260 kg CO2eq\n'],
    ['one that is told to', cardWith('<!-- carboncard-audit section-disagrees: off -->\n\n- **Carbon Emitted:** 12 kg CO2eq')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('section-disagrees', text)).toEqual([]);
  });
});
