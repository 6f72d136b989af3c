import { describe, expect, it } from 'vitest';
import type { Assessment, Contribution } from '../../../src/assessment/assessment.js';
import { type RangeId, rangeOf } from '../../../src/factors/ranges.js';
import { plain } from '../../../src/units/format.js';
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
  it('is given with its method', () => {
    expect(plain(rendered('uncertainty', unsure))).toContain(
      'The 90 % interval of development, 14–122 t CO₂e, comes from 10,000 seeded Monte Carlo samples of the inputs.',
    );
  });

  it('is reported as not assessed where there is none', () => {
    expect(rendered('uncertainty', bloom)).toBe('## How sure it is\n\nThe uncertainty of the development total was not assessed.\n');
  });
});

describe('the inputs', () => {
  const rows = rendered('uncertainty', taken)
    .split('\n')
    .filter((line) => line.startsWith('| '));

  it.each([
    ['of all phases', '| load | 0.8 | 0.6–1 | 62 % |'],
    ['with a default range', '| making a server | 3,660 kg CO₂e | 1,680–6,700 | 15 % |'],
    ['of a phase of several', '| accelerator-hours (Training) | 1,082,990 h | 975,000–1,190,000 | 7 % |'],
    ['too small for a row', '| 3 other inputs | | | 4 % | |'],
  ])('%s', (_, row) => {
    expect(rows.map((line) => line.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', ''))).toContainEqual(expect.stringContaining(row));
  });

  it('stay text, whatever they are called', () => {
    const text = rendered('uncertainty', withInputs({ input: '{{x}} | <b>', share: 1 }));
    expect(text).toContain('| {{x}} \\| \\<b> | – | – | 100');
  });

  it('name no value of one phase where the phases have one each', () => {
    const titles = unsure.phases.map(({ title }) => title);
    const text = rendered('uncertainty', withInputs({ input: 'energy', phases: titles, basis: 'modelled', range: 'modelled', share: 1 }));
    expect(plain(text)).toMatch(/\| energy of (?:both|all \d+) phases \| – \| – \| 100 % \|/);
  });

  it('are a table or a figure, not both', () => {
    expect(rendered('uncertainty', unsure)).not.toContain('![');
  });
});

describe('what to measure next', () => {
  it('is concrete, for the inputs that are worth it', () => {
    const rows = rendered('uncertainty', unsure)
      .split('\n')
      .filter((line) => /^\| /.test(line) && !/\| \|$|-: \|/.test(line));
    // The head, and three inputs.
    expect(rows).toHaveLength(4);
    expect(rows[1]).toContain('measure the average power (nvidia-smi: ±10');
    expect(rows.join('\n')).toContain('give the figure the range of its source (`sites.a.grid.intensity`)');
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
