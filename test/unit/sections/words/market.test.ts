import { describe, expect, it } from 'vitest';
import type { Assessment, GridAlternative, MarketFacts } from '../../../../src/assessment/assessment.js';
import { plain } from '../../../../src/units/format.js';
import { quantity } from '../../../../src/units/quantity.js';
import { bloom } from '../../charts/assessments.js';
import { rendered } from '../rendered.js';

/** BLOOM with a tenth of each line's emissions by the market, where its phase has an instrument. */
function withMarket(kinds: Readonly<Record<string, MarketFacts['kind']>>): Assessment {
  const { development, deployment } = bloom.totals;
  if (development === undefined || deployment?.perRequest === undefined) throw new Error('BLOOM has both sides');
  return {
    ...bloom,
    method: { ...bloom.method, electricity: 'both' },
    totals: {
      development: { ...development, emissionsMarket: quantity(15000, 'kgCO2e', { low: 12000, high: 19000 }) },
      deployment: {
        ...deployment,
        emissionsMarket: quantity(36, 'kgCO2e'),
        perRequest: { ...deployment.perRequest, emissionsMarket: quantity(0.000156, 'kgCO2e') },
      },
    },
    phases: bloom.phases.map((facts) => {
      const kind = kinds[facts.phase];
      if (kind === undefined || facts.grid === undefined) return facts;
      return { ...facts, grid: { ...facts.grid, market: { intensity: quantity(5.7, 'gCO2e/kWh'), kind, source: 'paper' } } };
    }),
    lines: bloom.lines.map((line) => ({
      ...line,
      emissionsMarket: line.component === 'embodied' ? line.emissions : quantity(line.emissions.value / 10, 'kgCO2e'),
    })),
  };
}

const contract = withMarket({ training: 'contract' });
const offset: Assessment = { ...bloom, offsets: { emissions: quantity(12000, 'kgCO2e'), source: 'paper' } };

describe('market-based figures', () => {
  it.each([
    ['a contract', { training: 'contract' }, 'by contract.'],
    ['a claim', { training: 'claim' }, 'by the provider’s claim to have matched its electricity, which does not describe the grid.'],
    ['a residual mix', { training: 'residual mix' }, 'by the residual mix.'],
    ['nothing in this phase', { deployment: 'contract' }, 'from the location-based figures, as no contract and no residual mix is known.'],
  ] as const)('of %s are in the answer, after the location-based one', (_, kinds, by) => {
    const text = plain(rendered('summary', withMarket(kinds)));
    const short = by.replace(/^from.*, as/, 'no contract').replace('no contract no contract', ': no contract');
    expect(text).toContain(`Market-based, it would be 15 t CO₂e${short.startsWith(':') ? short : `, ${short}`}`);
    expect(text.indexOf('50.5 t CO₂e')).toBeLessThan(text.indexOf('Market-based'));
    expect(rendered('cover', withMarket(kinds))).toContain(`Market-based: 15 t CO₂e (12–19 t CO₂e), ${by}`);
  });

  it('have a column of the table', () => {
    const text = plain(rendered('breakdown', contract));
    expect(text).toContain('| Component | Location-based, t CO₂e | Share | Market-based, t CO₂e | Evidence |');
    expect(text).toContain('| Computing | 24.7 | 49 % | 2 | declared |');
    expect(text).toContain('| **Total** | **50.5** | **100 %** | **15** | |');
    expect(text).not.toContain('claim');
  });

  it('of a claim are printed as a claim, also in a total, and never on embodied lines', () => {
    const text = plain(rendered('breakdown', withMarket({ training: 'claim' })));
    expect(text).toContain('| Making the hardware | 11.2 | 22 % | 11 | declared |');
    expect(text).toContain('| Computing | 24.7 | 49 % | 2 (claim) | declared |');
    expect(text).toContain('**15** (claim) |');
    expect(text).toContain('the provider’s claim to have matched its electricity');
  });

  it('have a column of what use emits', () => {
    expect(rendered('use', contract)).toContain('- **Request:** 1.56 g CO₂e; market-based 156 mg CO₂e');
  });

  it('are explained, phase by phase', () => {
    const text = plain(rendered('method', contract));
    expect(text).toContain('both methods of the GHG Protocol');
    expect(text).toContain('- Training: 5.7 g CO₂e/kWh by contract \\[1, Table 1]\n');
    expect(text).toContain('- Deployment: no contract and no residual mix is known, so the location-based figure is used\n');
  });

  it('leave the bullets of the Hub location-based', () => {
    expect(rendered('hub', contract)).toBe(rendered('hub', bloom));
  });

  it('and offsets are not mentioned where there are none', () => {
    for (const id of ['summary', 'cover', 'breakdown', 'use', 'hub', 'method'] as const)
      expect(rendered(id, bloom)).not.toMatch(/market|offset|claim/i);
  });
});

it('offsets have a sentence of their own, and are not subtracted', () => {
  expect(plain(rendered('cover', offset))).toContain('Offsets of 12.0 t CO₂e \\[1, Table 1] are not subtracted.');
  expect(plain(rendered('summary', offset))).toContain('\nOffsets of 12.0 t CO₂e are not subtracted.\n');
  for (const id of ['cover', 'summary'] as const) expect(plain(rendered(id, offset))).toContain('**50.5 t CO₂e**');
});

describe('another figure of the grid', () => {
  const other: GridAlternative = {
    title: 'Grid of us-central1, 2021, Google’s figure',
    intensity: quantity(394, 'gCO2e/kWh'),
    year: 2021,
    kind: 'direct, location-based',
    source: 'paper',
  };

  it('is listed with the one that was used, once for phases of one place', () => {
    const grids = bloom.phases.slice(0, 1).map((facts) => ({ ...facts, grid: facts.grid && { ...facts.grid, alternatives: [other] } }));
    const text = plain(rendered('method', { ...bloom, phases: [...grids, ...grids] as Assessment['phases'] }));
    expect(
      text.split(
        '- France: 394 g CO₂e/kWh \\[1, Table 1] (Grid of us-central1, 2021, Google’s figure; direct, location-based), in place of 57 g CO₂e/kWh \\[1, Table 1]\n',
      ),
    ).toHaveLength(2);
  });

  it('is not mentioned where there is none', () => {
    expect(rendered('method', bloom)).not.toContain('published');
  });
});

describe('embodied emissions by the other convention', () => {
  const one = { line: 'training.embodied', convention: 'calendar', emissions: quantity(9530, 'kgCO2e') } as const;

  it('are a sentence for one line', () => {
    expect(plain(rendered('method', { ...bloom, embodiedAlternatives: [one] }))).toContain(
      'Under the calendar convention they would be 9.53 t CO₂e in place of 11.2 t CO₂e (Training); the choice is a convention, not an uncertainty.',
    );
  });

  it('are one sentence for each convention', () => {
    const [first] = bloom.lines;
    const lines = first === undefined ? [] : [...bloom.lines, { ...first, id: 'data.embodied' }];
    const two = { line: 'data.embodied', convention: 'occupancy', emissions: quantity(12000, 'kgCO2e') } as const;
    const text = rendered('method', { ...bloom, lines, embodiedAlternatives: [one, two] });
    expect(plain(text)).toContain('Under the occupancy convention they would be 12.0 t CO₂e in place of 11.2 t CO₂e');
    expect(plain(text)).toContain('Under the calendar convention they would be 9.53 t CO₂e in place of 11.2 t CO₂e');
  });
});
