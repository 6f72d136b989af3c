import { readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { csv } from '../../../src/outputs/csv.js';
import { assessed, ofFixture } from './assessed.js';

const textOf = (assessment: Assessment): string => String(csv.render(assessment).get('carbon.csv'));
const rowsOf = (assessment: Assessment): readonly Readonly<Record<string, string>>[] => parse(textOf(assessment), { columns: true });

describe.each(readdirSync('fixtures/runs'))('the lines of %s', (slug) => {
  let assessment: Assessment;
  beforeAll(async () => {
    assessment = await ofFixture(slug);
  });

  it('are rows in the order of the assessment, with the same numbers; what is unknown is empty', () => {
    const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
    expect(
      rowsOf(assessment).map((row) => [row['line'], row['emissions_kgCO2e'], row['emissions_high_kgCO2e'], row['energy_kWh']]),
    ).toEqual(assessment.lines.map(({ id, emissions, energy }) => [id, text(emissions.value), text(emissions.high), text(energy?.value)]));
  });

  it('add up to the total', () => {
    const sum = rowsOf(assessment).reduce((all, row) => (row['phase'] === 'deployment' ? all : all + Number(row['emissions_kgCO2e'])), 0);
    expect(sum).toBeCloseTo(assessment.totals.development?.emissions.value ?? 0, 6);
  });
});

it('has the same columns for every assessment', async () => {
  const heads = await Promise.all(['bloom', 'least', 'meena'].map(async (slug) => textOf(await ofFixture(slug)).split('\n')[0]));
  expect(new Set(heads).size).toBe(1);
});

it.each([
  '=cmd()',
  '+1',
  '-1',
  '@SUM(A1)',
  'a;=cmd()',
  'a\t=cmd()',
  '";"=cmd()',
  "x; '=1+1",
  '＝1',
])('no cell is a formula, by commas, semicolons or tabs: %s', async (name) => {
  const energy = { value: '120 kWh', cite: name };
  const assessment = await assessed({ model: { name: 'M' }, location: 'FR', phases: [{ phase: 'training', name, energy, year: 2024 }] });
  const cells = [...rowsOf(assessment).flatMap((row) => Object.values(row)), ...textOf(assessment).split(/[;\t|\n]/)];
  const risky = cells.filter((cell) => /^["'\s]*[=+\-@＝＋－＠]/.test(cell) && !/^'/.test(cell) && Number.isNaN(Number(cell)));
  expect(risky).toEqual([]);
});
