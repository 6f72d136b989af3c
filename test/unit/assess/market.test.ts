import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const made = (text: string): Assessment => assess(parseManifest(`model: M\n${text}`));
const phase = (name: string, grid: string) =>
  `  - { phase: training, name: ${name}, site: { facility: none, grid: { ${grid} } }, energy: { value: 100 kWh, boundary: node }, embodied: 7 kgCO2e }`;

describe('market-based emissions', () => {
  it('are shown beside the location-based ones: contract, residual mix, else the location factor, embodied unchanged', () => {
    const a = made(
      [
        'phases:',
        phase('contract', 'intensity: 400 g/kWh, market: { value: 20 g/kWh, cite: PPA }'),
        phase('residual', 'intensity: 400 g/kWh, residual_mix: 500 g/kWh'),
        phase('nothing', 'intensity: 400 g/kWh'),
      ].join('\n'),
    );
    const market = Object.fromEntries(a.lines.map(({ id, emissionsMarket }) => [id, emissionsMarket?.value]));
    expect(market).toEqual({
      'training.contract.embodied': 7,
      'training.contract.dynamic': 2,
      'training.residual.embodied': 7,
      'training.residual.dynamic': 50,
      'training.nothing.embodied': 7,
      'training.nothing.dynamic': 40,
    });
    expect(a.totals.development?.emissions.value).toBe(141);
    expect(a.totals.development?.emissionsMarket?.value).toBe(113);
    expect(a.method.electricity).toBe('both');
    const notes = a.lines.flatMap((line) => line.notes).join(' ');
    expect(notes).toContain('contract');
    expect(notes).toContain('residual mix');
    expect(notes).toContain('equals the location-based one');
  });

  it('are not there where nobody says anything of contracts', () => {
    const a = made(`phases:\n${phase('plain', 'intensity: 400 g/kWh')}`);
    expect(JSON.stringify(a)).not.toContain('emissionsMarket');
    expect(a.method.electricity).toBe('location-based');
  });

  it("a provider's 0 is taken only where it is asked for, and told as a claim", () => {
    const text = (claim: string) =>
      `phases:\n  - { phase: training, year: 2022, site: { cloud: gcp, region: us-central1, grid: { ${claim} } }, energy: { value: 100 kWh, boundary: node } }`;
    expect(made(text('')).totals.development?.emissionsMarket).toBeUndefined();
    const claimed = made(text('market_claim: provider'));
    expect(claimed.totals.development?.emissionsMarket?.value).toBe(0);
    expect(claimed.totals.development?.emissions.value).toBeGreaterThan(0);
    expect(claimed.diagnostics.map(({ id }) => id)).toContain('market-claim');
    expect(claimed.phases[0]?.grid?.market?.kind).toBe('claim');
  });

  it('offsets are a third thing: nothing is subtracted', () => {
    const a = made(`offsets: { value: 1 t, cite: A registry }\nphases:\n${phase('plain', 'intensity: 400 g/kWh')}`);
    expect(a.offsets?.emissions.value).toBe(1000);
    expect(a.sources.find(({ id }) => id === a.offsets?.source)?.title).toBe('A registry');
    expect(a.totals.development?.emissions.value).toBe(47);
  });
});

describe('other figures for the same grid', () => {
  it("us-central1 in 2021 shows the zone's 561 and Google's own 394, and takes the zone's", () => {
    const a = made('hardware: 8 x A100 80GB\nduration: 3 weeks\nlocation: gcp us-central1\nyear: 2021');
    const grid = a.phases[0]?.grid;
    expect(grid?.intensity.value).toBe(561);
    expect(grid?.alternatives).toEqual([expect.objectContaining({ intensity: { value: 394, unit: 'gCO2e/kWh' } })]);
    expect(a.sources.map(({ id }) => id)).toContain(grid?.alternatives?.[0]?.source);
  });

  it('the one that the manifest declares is not shown twice', () => {
    const a = made(
      'phases: [{ phase: deployment, site: { cloud: gcp, region: us-central1, grid: { intensity: 394 g/kWh, year: 2021 } }, energy: { value: 914 kWh, boundary: components } }]',
    );
    expect(a.phases[0]?.grid?.alternatives?.map(({ intensity }) => intensity.value)).toEqual([561]);
  });
});

describe('further categories', () => {
  it('are counted where they are asked for, of electricity: 100 kWh × 9.3135 MJ/kWh and × 4.858e-8 kg in France', () => {
    const phase = 'phases: [{ phase: training, year: 2022, location: FR, facility: none, energy: { value: 100 kWh, boundary: node } }]';
    expect(JSON.stringify(made(phase))).not.toContain('"impacts"');
    const total = made(`impacts: [adpe, primary-energy]\n${phase}`).totals.development;
    expect(total?.impacts?.['primary-energy']).toMatchObject({ value: expect.closeTo(931.35, 9), unit: 'MJ', low: expect.any(Number) });
    expect(total?.impacts?.adpe?.value).toBeCloseTo(4.858e-6, 12);
  });

  it('without a figure are not 0', () => {
    const a = made(
      'impacts: [adpe]\nphases: [{ phase: training, site: { grid: { intensity: 57 g/kWh } }, energy: { value: 1 kWh, boundary: node } }]',
    );
    expect(a.totals.development?.impacts).toBeUndefined();
    expect(a.diagnostics.map(({ id }) => id)).toContain('no-impact-figure');
  });
});
