import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assessmentClaims } from '../../../src/claims/assessment.js';
import { numbersOf } from './asked.js';

interface Part {
  readonly emissions: { readonly value: number };
}
interface Bloom {
  readonly totals: { readonly development: Part };
  readonly lines: readonly (Part & { readonly phase: string })[];
}

const bloom = JSON.parse(readFileSync(new URL('../../../reports/bloom/assessment.json', import.meta.url), 'utf8')) as Bloom;
const paths: string[] = [];
const claims = assessmentClaims(
  bloom,
  (path) => {
    paths.push(path.join('.'));
    return { line: paths.length, column: 1 };
  },
  'assessment.json',
);

it('reads the total of an assessment in grams, and the lines that it is the sum of', () => {
  const [development] = claims.sums;
  expect(development?.total.value).toBeCloseTo(bloom.totals.development.emissions.value * 1000, 6);
  const lines = bloom.lines.filter(({ phase }) => phase !== 'deployment');
  expect(development?.parts.map(({ value }) => value / 1000)).toEqual(lines.map(({ emissions }) => expect.closeTo(emissions.value, 6)));
  expect(claims).toMatchObject({ kind: 'assessment', name: 'BLOOM', file: 'assessment.json' });
});

it('reads device, count, hours and grid of each phase, with their places', () => {
  expect(claims.devices[0]).toMatchObject({ title: 'NVIDIA A100 SXM4 80GB', high: 400 });
  expect(numbersOf(claims, 'accelerators')).toContain(384);
  expect(numbersOf(claims, 'accelerator-hours')).toContain(1_082_990);
  expect(numbersOf(claims, 'intensity')).toContain(57);
  expect(paths).toEqual(expect.arrayContaining(['totals.development.emissions.value', 'phases.0.device', 'lines.0.emissions.value']));
});

it('reads no value whose unit is of something else', () => {
  const read = assessmentClaims({ lines: [{ emissions: { value: 5, unit: 'kWh' }, energy: { value: 2, unit: 'MWh' } }] }, () => ({
    line: 1,
    column: 1,
  }));
  expect(read.values).toMatchObject([{ measure: 'energy', value: 2000, text: '2 MWh' }]);
});
