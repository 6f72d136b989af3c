import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/assess/assess.js';
import type { Line, LineInput } from '../../../../src/assessment/assessment.js';
import { arithmeticOf } from '../../../../src/explain/history/arithmetic.js';
import { readFormula, resultOf, textOf } from '../../../../src/explain/history/formula.js';
import { libraryIds } from '../../../../src/library/ids.js';
import { readLibraryModel } from '../../../../src/library/library.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';
import { made } from '../../made.js';

const names = ['PUE', 'energy', 'dynamic energy', 'host energy', 'hours'];
const values: Readonly<Record<string, number>> = { PUE: 1.2, energy: 7, 'dynamic energy': 100, 'host energy': 50, hours: 4 };
const calculated = (text: string): number | undefined => {
  const node = readFormula(text, names, new Map());
  return node && resultOf(node, (name) => values[name] ?? Number.NaN);
};

describe('a formula by names', () => {
  it.each([
    ['(PUE \u2212 1) × (dynamic energy + host energy)', (1.2 - 1) * 150],
    ['energy ÷ PUE ÷ hours', 7 / 1.2 / 4],
    ['energy \u2212 energy ÷ PUE', 7 - 7 / 1.2],
    ['max(0.5 × dynamic energy, host energy)', 50],
    ['energy ÷ (hours × PUE)', 7 / (4 * 1.2)],
    ['energy \u2212 dynamic energy', 0],
    ['dynamic energy', 100],
    ['1e-7 × energy', 7e-7],
  ])('is calculated as it is printed: %s', (text, expected) => {
    expect(calculated(text)).toBe(expected);
  });

  it.each([
    '',
    'energy ×',
    'energies',
    'energy energy',
    '(energy',
    'energy)',
    'max(energy',
    'constructor',
    `${'('.repeat(9000)}energy`,
  ])('is nothing where the text is none: %s', (text) => {
    expect(calculated(text)).toBeUndefined();
  });

  it('has the same text where it is the same formula, whatever the brackets', () => {
    const text = (formula: string): string => textOf(readFormula(formula, names, new Map()) ?? { op: 'number', value: 0 });
    expect(text('energy × (hours × PUE)')).not.toBe(text('energy × hours × PUE'));
    expect(text('(energy × hours) + PUE')).toBe(text('energy × hours + PUE'));
  });
});

describe('the arithmetic of a line', () => {
  const reports = fileURLToPath(new URL('../../../../reports', import.meta.url));
  const slugs = readdirSync(reports).filter((name) => !name.includes('.'));
  const notGiven = (lines: readonly Line[]): readonly string[] =>
    lines.filter((line) => arithmeticOf(line) === undefined).map(({ id }) => id);

  it.each(slugs)('gives the figure of every line: %s', (slug) => {
    const { lines } = JSON.parse(readFileSync(`${reports}/${slug}/assessment.json`, 'utf8')) as { lines: Line[] };
    expect(lines.length).toBeGreaterThan(0);
    expect(notGiven(lines)).toEqual([]);
  });

  it.each(libraryIds)('gives the figure of every line of the library: %s', async (id) => {
    const { text } = await readLibraryModel(id);
    expect(notGiven(assess(parseManifest(text)).lines)).toEqual([]);
  });

  it('is nothing where the figure was edited', () => {
    const [line] = made('{ phase: training, energy: 120 kWh, grid: { intensity: 100 g/kWh } }').lines;
    if (line === undefined) throw new Error('no line');
    expect(arithmeticOf(line)).toBeDefined();
    expect(arithmeticOf({ ...line, emissions: { ...line.emissions, value: line.emissions.value * 1.001 } })).toBeUndefined();
  });

  it('takes inputs of one name and several values in the order of their places', () => {
    const input = (name: string, value: number): LineInput => ({ name, value, unit: 'kWh', source: 'manifest', basis: 'declared' });
    const steps = [{ name: 'emissions', formula: 'energy \u2212 energy', numbers: '' }];
    const inputs = [input('energy', 5), input('energy', 2)];
    expect(arithmeticOf({ steps, inputs, emissions: { value: 3, unit: 'kgCO2e' } })).toBeDefined();
    expect(arithmeticOf({ steps, inputs, emissions: { value: 0, unit: 'kgCO2e' } })).toBeUndefined();
  });

  it('ends whatever the steps of a file are', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'emissions');
    const formula = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' + '));
    fc.assert(
      fc.property(fc.array(fc.record({ name: word, formula, numbers: fc.constant('') }), { maxLength: 30 }), (steps) => {
        arithmeticOf({ steps, inputs: [], emissions: { value: 1, unit: 'kgCO2e' } });
      }),
    );
  });
});
