import { describe, expect, it } from 'vitest';
import type { Assessment, Contribution } from '../../../src/assessment/assessment.js';
import { type RangeId, rangeOf } from '../../../src/factors/ranges.js';
import { bloom, unsure } from '../charts/assessments.js';
import { rendered } from './rendered.js';

const taken: Assessment = {
  ...unsure,
  ranges: [
    { id: 'declared', title: 'declared: a published figure', size: '±10 %', note: 'Rounding.' },
    { id: 'embodied-server', title: 'manufacture of a server', size: '×/÷ 2', note: 'Servers differ.' },
  ],
};

function withInputs(...contributions: readonly Contribution[]): Assessment {
  return { ...unsure, contributions };
}

describe('the interval', () => {
  it('is given with its method, and with what it does not cover', () => {
    const text = rendered('uncertainty', unsure);
    expect(text).toContain(
      'The 90 % interval of the development total is 14–122 t CO₂e, from 10,000 seeded Monte Carlo samples of the inputs',
    );
    expect(text).toContain('It does not cover what is not counted. The value itself is the deterministic result');
  });

  it('is reported as not assessed where there is none', () => {
    expect(rendered('uncertainty', bloom)).toBe('### Uncertainty\n\nThe uncertainty of the development total was not assessed.\n');
  });
});

describe('the inputs', () => {
  const rows = rendered('uncertainty', taken)
    .split('\n')
    .filter((line) => line.startsWith('| '));

  it.each([
    ['the range of a default value', '| load | 0.8 | 0.6–1 | 62.1 % | range of the default value |'],
    ['a default range', '| making a server | 3,660 kg CO₂e | 1,680–6,700 | 15.0 % | default, ×/÷ 2: manufacture of a server |'],
    ['a phase of several', '| accelerator-hours (Training) | 1,082,990 h | 975,000–1,190,000 | 7.1 % | default, ±10 %: declared |'],
    ['those too small for a row', '| 2 other inputs | | | 0.5 % | |'],
  ])('%s', (_, row) => {
    expect(rows).toContain(row);
  });

  it('distinguish ranges of the manifest from those of a source', () => {
    const range = { value: 1, unit: 'W', low: 0.5, high: 2, basis: 'declared', share: 0.5 } as const;
    const text = rendered(
      'uncertainty',
      withInputs({ input: 'power', path: 'phases[0].power', ...range }, { input: 'rated power', ...range }),
    );
    expect(text).toContain('| power | 1 W | 0.5–2 | 50.0 % | given in the manifest |');
    expect(text).toContain('| rated power | 1 W | 0.5–2 | 50.0 % | given by the source |');
  });

  it('stay text, whatever they are called', () => {
    const text = rendered('uncertainty', withInputs({ input: '{{x}} | <b>', phases: ['a | b'], share: 1 }));
    expect(text).toContain('| {{x}} \\| \\<b> (a \\| b) | – | – | 100.0 % | given by the source |');
  });

  it('have the chart, above the table on paper and below it in a card', () => {
    const chart = '![chart](charts/contributions.png)';
    const inCard = rendered('uncertainty', unsure);
    const onPaper = rendered('uncertainty', unsure, true);
    expect(inCard.indexOf(chart)).toBeGreaterThan(inCard.indexOf('| Input |'));
    expect(onPaper.indexOf(chart)).toBeLessThan(onPaper.indexOf('| Input |'));
    expect(onPaper).toContain(chart);
  });
});

describe('what to measure next', () => {
  it('is concrete, for the inputs that are worth it', () => {
    const next = rendered('uncertainty', unsure).split('**What to measure next**')[1];
    expect(next?.match(/^- /gm)).toHaveLength(3);
    expect(next).toContain(
      '- **load**, 62.1 % of the variance:\n  measure the average power during the work (nvidia-smi: ±10 %, PDU: ±2 %), to replace rated power × load.',
    );
    expect(next).toContain('give the figure the range of its source (`sites.a.grid.intensity` in the manifest).');
  });

  it.each<[string, RangeId]>([
    ['nvidia-smi', 'gpu-sensor'],
    ['PDU', 'meter'],
    ['BMC', 'node-sensor'],
  ])('names the size of %s as the table of default ranges has it', (instrument, id) => {
    const text = ['load', 'host share'].map((input) => rendered('uncertainty', withInputs({ input, share: 1 }))).join('\n');
    const { spread } = rangeOf(id);
    const size = spread.kind === 'share' ? Math.round(spread.share * 100) : undefined;
    expect(new Set([...text.matchAll(new RegExp(`${instrument}: ±(\\d+) %`, 'g'))].map(([, percent]) => Number(percent)))).toEqual(
      new Set([size]),
    );
  });
});
