import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from './asked.js';

const table = '| Model | Energy (kWh) | CO2 (kg) |\n|---|---|---|\n| A | 1.37 | 0.33 |\n| B | 2.5 | 0.61 |';
const conditions = [
  'If it is not possible to define the country, the coefficient is set to 436.5 kg/MWh.',
  'By default the tool takes 0.475 kgCO2/kWh.',
  'The fallback is 475 gCO2/kWh.',
  'Where the region is unknown, it falls back to 475 gCO2/kWh.',
  'For example, a grid of 700 gCO2/kWh would give more.',
  'When the country cannot be determined, the tool takes 475 gCO2/kWh.',
  'The default emission factor is 475 gCO2/kWh.',
  'In case the API fails, the value 475 gCO2/kWh is assumed.',
  'Without a connection, we use 475 gCO2/kWh instead.',
  'Unless set, the intensity is 475 gCO2/kWh.',
  'Suppose a coal grid at 1000 gCO2/kWh.',
  '- Default intensity: 475 gCO2/kWh',
] as const;

describe('a factor in the documentation of a tool', () => {
  it.each(conditions)('holds under its condition alone: %s', (text) => {
    expect(placesOf('arithmetic', `# Tracker\n\n## Emissions\n\n${text}\n\n${table}\n`)).toEqual([]);
  });

  it('holds for its own section, and not for a table under another heading, whatever the two are called', () => {
    const level = fc.constantFrom('#', '##', '###');
    const title = fc.constantFrom('Method', 'Results', 'Emissions', 'Environmental Impact', 'How it works');
    fc.assert(
      fc.property(level, title, level, title, fc.boolean(), (first, one, second, other, isTableFirst) => {
        const factor = `${first} ${one}\n\nThe emission factor is 475 gCO2/kWh.\n\n`;
        const figures = `${second} ${other}\n\n${table}\n\n`;
        expect(placesOf('arithmetic', isTableFirst ? figures + factor : factor + figures)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds in its own section', () => {
    const text = '# M\n\n## Emissions\n\nThe grid is at 475 gCO2/kWh. Training drew 100 kWh, which is 4.75 kg CO2.\n';
    expect(placesOf('arithmetic', text)).not.toEqual([]);
  });

  it('holds in a row of a table', () => {
    const rows = '| Run | Energy (kWh) | Intensity (gCO2/kWh) | CO2 (kg) |\n|---|---|---|---|\n| A | 100 | 475 | 4.75 |';
    expect(placesOf('arithmetic', `# M\n\n## Emissions\n\n${rows}\n`)).not.toEqual([]);
  });

  it('is not of emissions that would be elsewhere', () => {
    const text =
      '# M\n\n## E\n\nThe run used 100 kWh and emitted 5 kg CO2. In Poland the grid has 700 gCO2/kWh, and the same run would have emitted 70 kg CO2.\n';
    expect(placesOf('arithmetic', text)).toEqual([]);
  });
});
