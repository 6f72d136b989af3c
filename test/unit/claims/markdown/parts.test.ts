import { describe, expect, it } from 'vitest';
import { cardClaims } from '../../../../src/claims/card.js';
import { card } from '../../audits/asked.js';
import { claimsOf, numbersOf, only } from '../asked.js';

describe('a list', () => {
  it("of the Hub's template: device, hours, place and emissions", () => {
    const claims = claimsOf(
      '- **Hardware Type:** 8 x A100 PCIe 40GB\n- **Hours used:** 150000\n- **Compute Region:** Germany\n- **Carbon Emitted:** 11250 kg CO2 eq.',
    );
    expect(claims.devices).toMatchObject([{ title: 'NVIDIA A100 PCIe 40GB', low: 250, high: 250 }]);
    expect(numbersOf(claims, 'accelerators')).toEqual([8]);
    expect(only(claims, 'hours')).toMatchObject({ value: 150_000, text: '150000 h', at: { line: 6, column: 19 } });
    expect(only(claims, 'emissions')).toMatchObject({ value: 11_250_000, at: { line: 8, column: 23 } });
    expect(claims.places.map(({ place }) => place.country)).toEqual(['DE']);
  });
});

describe('a table', () => {
  const table =
    '| Model | Time (GPU hours) | Power (W) | Carbon emitted (tCO2eq) |\n|---|---|---|---|\n| 7B | 184320 | 400 | 31.22 |\n| 13B | 368640 | 400 | 62.44 |\n| Total | 552960 | | 93.66 |';

  it('has the units of its header, row by row', () => {
    const claims = claimsOf(table);
    expect(numbersOf(claims, 'accelerator-hours')).toEqual([184_320, 368_640, 552_960]);
    expect(numbersOf(claims, 'power')).toEqual([400, 400]);
    expect(numbersOf(claims, 'emissions')).toEqual([31_220_000, 62_440_000, 93_660_000]);
    expect(claims.values.find(({ number }) => number === '62.44')?.at).toEqual({ line: 8, column: 24 });
  });

  it('has a total and its parts for each column that adds up', () => {
    const sums = claimsOf(table).sums.map(({ what, total, parts }) => [what, total.number, parts.map(({ number }) => number)]);
    expect(sums).toEqual([
      ['Time (GPU hours)', '552960', ['184320', '368640']],
      ['Carbon emitted (tCO2eq)', '93.66', ['31.22', '62.44']],
    ]);
  });

  it('can name what a row is of in its first cell', () => {
    const claims = claimsOf('| | A |\n|---|---|\n| Energy (kWh) | 12 |\n| PUE | 1.2 |');
    expect([numbersOf(claims, 'energy'), numbersOf(claims, 'pue')]).toEqual([[12], [1.2]]);
  });

  it('can be HTML', () => {
    const claims = claimsOf(
      '<table>\n<tr><th></th><th>Time (GPU hours)</th><th>Carbon emitted (tCO<sub>2</sub>eq)</th></tr>\n<tr><td>8B</td><td>1.3M</td><td>390</td></tr>\n</table>',
    );
    expect(numbersOf(claims, 'accelerator-hours')).toEqual([1_300_000]);
    expect(only(claims, 'emissions')).toMatchObject({ value: 390_000_000, at: { line: 7, column: 33 } });
  });
});

describe('front matter', () => {
  it('has emissions in grams, with what tools write beside them', () => {
    const claims = cardClaims(
      card(
        'co2_eq_emissions:\n  emissions: 5600\n  source: CodeCarbon\n  geographical_location: Germany\n  hardware_used: 1 v100 GPU\n  energy_consumed: 15.5',
      ),
    );
    expect(claims.metadata).toMatchObject({
      shape: 'number',
      raw: '5600',
      value: 5600,
      hubReads: 5600,
      source: 'CodeCarbon',
      at: { line: 4, column: 14 },
    });
    expect(only(claims, 'emissions')).toMatchObject({ value: 5600, low: 5599.5, high: 5600.5, text: '5600 g' });
    expect(only(claims, 'energy')).toMatchObject({ value: 15.5, at: { line: 8, column: 20 } });
    expect(claims.places.map(({ place }) => place.country)).toEqual(['DE']);
    expect(claims.devices).toMatchObject([{ title: 'NVIDIA V100 SXM2 32GB', low: 250, high: 300 }]);
  });

  it.each([
    ['co2_eq_emissions: 1.2e7', 'number', 1.2],
    ['co2_eq_emissions: 1.2e-05', 'number', 1.2],
    ['co2_eq_emissions: "1,234.5"', 'text', 1],
    ['co2_eq_emissions: 149200 g', 'text', 149_200],
    ['co2_eq_emissions: 0.000012', 'number', 1.2],
  ])('%s: what the Hub reads', (line, shape, hubReads) => {
    expect(cardClaims(card(line)).metadata).toMatchObject({ shape, hubReads });
  });

  it.each([
    ['co2_eq_emissions:', 'nothing'],
    ['co2_eq_emissions:\n  - emissions: 5', 'list'],
    ['co2_eq_emissions:\n  source: x', 'mapping-without-emissions'],
  ])('%s is no number', (text, shape) => {
    const claims = cardClaims(card(text));
    expect(claims.metadata?.shape).toBe(shape);
    expect(claims.values).toEqual([]);
  });

  it('that the Hub cannot read says so with its line', () => {
    const claims = cardClaims('---\nco2_eq_emissions: 5\nco2_eq_emissions: 6\n---\n\n# A\n');
    expect(claims.unreadable?.at.line).toBe(3);
    expect(claims.name).toBe('A');
  });
});
