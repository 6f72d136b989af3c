import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsIn } from './asked.js';

const written = readFileSync(new URL('../../../fixtures/cards/small-lm/after/README.md', import.meta.url), 'utf8');

/** What is found in a card that carboncard wrote, once somebody changed a thing of it by hand: line, severity, id and sentence. */
function foundAfter(from: string, to: string): readonly string[] {
  expect(written.split(from)).toHaveLength(2);
  const text = written.replace(from, to);
  const place = text.slice(0, text.indexOf(to)).split('\n').length;
  return findingsIn(text).map(({ line = 0, severity, id, message }) => `${line - place} ${severity}[${id}] ${message}`);
}

describe('a card that carboncard wrote', () => {
  it('raises nothing as it was written', () => {
    expect(findingsIn(written)).toEqual([]);
  });

  it.each([
    ['emissions: 311000', 'emissions: 999', '0 error[metadata-disagrees] The metadata has 999 g, the carbon section has 310 kg CO₂e.'],
    ['emissions: 311000', 'emissions: 150000', '0 error[metadata-disagrees] The metadata has 150 kg, the carbon section has 310 kg CO₂e.'],
    [
      'emissions: 311000',
      'emissions: 311',
      '0 error[metadata-unit] The metadata has 311 where the text has 310 kg CO₂e: the metadata is in kilograms, not in grams.',
    ],
    [
      'emissions: 311000',
      'emissions: 0.311',
      '0 error[metadata-unit] The metadata has 0.311 where the text has 310 kg CO₂e: the metadata is in tonnes, not in grams.',
    ],
    [
      'about **310',
      'about **31',
      '0 error[section-totals] The carbon section has 31 kg CO₂e in its first sentence, but 310 kg CO₂e in the last row of its table and behind “Carbon Emitted”.',
    ],
    [
      'Emitted:** 310',
      'Emitted:** 31',
      '0 error[section-totals] The carbon section has 31 kg CO₂e behind “Carbon Emitted”, but 310 kg CO₂e in its first sentence and in the last row of its table.',
    ],
    [
      '**310** |',
      '**3100** |',
      '0 error[total-is-not-the-sum] The total 3100 kg CO₂e is more than the sum of its parts, 310 kg (Emissions, kg CO₂e).',
    ],
    [
      '**310** |',
      '**31** |',
      '0 error[total-is-not-the-sum] The total 31 kg CO₂e is less than the sum of its parts, 310 kg (Emissions, kg CO₂e).',
    ],
    [
      '| 150 |',
      '| 15 |',
      '4 error[total-is-not-the-sum] The total 310 kg CO₂e is more than the sum of its parts, 175 kg (Emissions, kg CO₂e).',
    ],
    ['**2.1** |', '**21** |', '0 error[total-is-not-the-sum] The total 21 MWh is more than the sum of its parts, 2100 kWh (Energy, MWh).'],
  ])('has one finding where %s is changed to %s', (from, to, finding) => {
    // The same change can make an intensity that no grid has.
    expect(foundAfter(from, to).filter((text) => !text.includes('[implied-intensity]'))).toEqual([finding]);
  });

  it('has no total of its own where the three places have three', () => {
    const text = written.replace('about **310', 'about **31').replace('Emitted:** 310', 'Emitted:** 32');
    expect(findingsIn(text).flatMap(({ id, message }) => (id === 'section-totals' ? [message] : []))).toEqual([
      'The carbon section has 31 kg CO₂e in its first sentence, but 32 kg CO₂e behind “Carbon Emitted”.',
      'The carbon section has 310 kg CO₂e in the last row of its table, but 32 kg CO₂e behind “Carbon Emitted”.',
    ]);
  });

  it.each([
    ['the total', '- **Carbon Emitted:** 0.31 t CO2eq', []],
    [
      'a row of the table',
      '- **Carbon Emitted:** 150 kg CO2eq',
      ['2 warning[section-disagrees] The text has 150 kg CO2eq, the carbon section has 310 kg CO₂e.'],
    ],
    ['a row of the table by its name', '- **Carbon emissions of computing:** 150 kg CO2eq', []],
    [
      'accelerators × PUE',
      '- **Carbon Emitted:** 168 kg CO2eq',
      ['2 warning[section-disagrees] The text has 168 kg CO2eq, the carbon section has 310 kg CO₂e.'],
    ],
    ['accelerators × PUE by its name', '- **Carbon Emitted:** 168 kg CO2eq (GPUs × PUE alone)', []],
    [
      'a value near to a row',
      '- **Carbon Emitted:** 29 kg CO2eq',
      ['2 warning[section-disagrees] The text has 29 kg CO2eq, the carbon section has 310 kg CO₂e.'],
    ],
  ])("compares an author's figure with the total, and with a part only where it is named: %s", (_, bullet, findings) => {
    expect(foundAfter('## Environmental Impact', `## Environmental Impact\n\n${bullet}`)).toEqual(findings);
  });
});

describe("hours of an author's sentence beside the section", () => {
  const beside = (sentence: string) =>
    findingsIn(written.replace('## Environmental Impact\n', `## Environmental Impact\n\n${sentence}\n`)).map(
      ({ line, severity, id, message, note }) => ({ line, severity, id, message, note }),
    );

  it('are found at that sentence, with the line of the section', () => {
    expect(beside('We trained for 200 hours on 8 A100 GPUs.')).toEqual([
      {
        line: 38,
        severity: 'warning',
        id: 'gpu-hours-as-hours',
        message: '8 A100 GPUs for 200 hours make 1,600 accelerator-hours, but the carbon section has 4,032 GPU-hours.',
        note: 'Line 58 has 4,032 GPU-hours.',
      },
    ]);
  });

  it.each([
    ['of other devices', 'We trained for 200 hours on 8 H100 GPUs.'],
    ['of another number', 'We trained for 200 hours on 16 A100 GPUs.'],
    ['of other hardware', 'We trained for 200 hours on 16 H100 GPUs.'],
    ['that agree', 'We trained for 504 hours on 8 A100 GPUs.'],
  ])('are no finding: %s', (_, sentence) => {
    expect(beside(sentence)).toEqual([]);
  });
});
