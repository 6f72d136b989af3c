import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { coverageLetter, leftOutOfAll, letterOf } from '../../../src/overview/rows.js';
import { words } from '../../../src/overview/words.js';
import { measured, named, overview, published } from './made-rows.js';

const experiments = '{ phase: experiments, energy: 1 MWh, pue: 1.1, grid: { intensity: 100 g/kWh } }';
const hardware = '{ phase: training, hardware: 8 x A100 80GB, duration: 9 h, pue: 1.1, grid: { intensity: 100 g/kWh } }';

/** The letters by the names of models. */
function lettersOf(...assessments: readonly Assessment[]): Readonly<Record<string, string>> {
  const [table] = overview(...assessments).tables;
  if (table === undefined) throw new Error('No table.');
  return Object.fromEntries(table.rows.map((row) => [row.name, coverageLetter(table, row)]));
}

describe('the letter of a total', () => {
  it('is the same for totals that cover the same', () => {
    const letters = lettersOf(named('a', measured), named('b', measured.replace('4 MWh', '7 MWh')));
    expect(letters['a']).toBe(letters['b']);
  });

  it.each([
    ['kinds of phases', [measured, experiments]],
    ['kinds of phases of the same number', [measured.replace('training', 'finetuning')]],
    ['components', [hardware]],
    ['totals as published', [published]],
  ])('is another for other %s', (_, phases) => {
    const letters = lettersOf(named('a', measured), named('b', ...phases));
    expect(letters['a']).not.toBe(letters['b']);
  });

  it('is another for what is left out', () => {
    const one = named('a', measured);
    const other = { ...named('b', measured), omissions: one.omissions.filter(({ id }) => id !== 'failed-runs') };
    expect(one.omissions.map(({ id }) => id)).toContain('failed-runs');
    const letters = lettersOf(one, other);
    expect(letters['a']).not.toBe(letters['b']);
  });

  it('does not depend on water, which is in no total of emissions', () => {
    const one = named('a', measured);
    const other = { ...named('b', measured), omissions: one.omissions.filter(({ id }) => !id.includes('water')) };
    expect(other.omissions.length).toBeLessThan(one.omissions.length);
    const letters = lettersOf(one, other);
    expect(letters['a']).toBe(letters['b']);
  });

  it('counts on after Z', () => {
    expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});

describe('the words of a table', () => {
  it('name phases and components as the reports do', () => {
    const [table] = overview(named('a', measured, experiments), named('b', published)).tables;
    const texts = table?.coverages.map((one) => words.coverage(one, table)).join('\n') ?? '';
    expect(texts).toContain('experiments and training (computing');
    expect(texts).toContain('cooling and losses');
    expect(texts).toContain('as published, by the method of its source');
    expect(texts).not.toMatch(/\b(dynamic|overhead|embodied|host)\b/);
  });

  it('say once what all totals leave out', () => {
    const one = named('a', measured);
    const other = { ...named('b', measured), omissions: one.omissions.filter(({ id }) => id !== 'failed-runs') };
    const [table] = overview(one, other).tables;
    if (table === undefined) throw new Error('No table.');
    expect(leftOutOfAll(table)).toContain('end of life of the hardware');
    expect(words.notes(table)).toContain('end of life of the hardware');
    const texts = table.coverages.map((covered) => words.coverage(covered, table));
    expect(texts.filter((text) => text.includes('failed and preliminary runs'))).toHaveLength(1);
    expect(texts.join()).not.toContain('end of life');
  });

  it('warn of the method of totals as published only where there is one', () => {
    const notes = (phase: string) => overview(named('a', phase)).tables.map((table) => words.notes(table));
    expect(notes(published).join()).toContain('market-based');
    expect(notes(measured).join()).not.toContain('market-based');
  });
});
