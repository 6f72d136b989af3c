import { describe, expect, it } from 'vitest';
import type { Assessment, Contribution } from '../../../../src/assessment/assessment.js';
import { contributions } from '../../../../src/charts/contributions/contributions.js';
import { rowsOf } from '../../../../src/charts/contributions/rows.js';
import { bloom, manyInputs, unsure } from '../assessments.js';

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

function withInputs(...inputs: readonly (readonly [name: string, share: number, rest?: Partial<Contribution>])[]): Assessment {
  return { ...unsure, contributions: inputs.map(([input, share, rest]) => ({ input, share, ...rest })) };
}

describe('the finding', () => {
  it.each([
    ['one input with most', unsure, 'The load decides most of how sure the total is: 62 % of the variance'],
    [
      'several of a kind, by their noun',
      withInputs(['accelerator-hours', 0.997], ['PUE', 0.003]),
      'The accelerator-hours decide most of how sure the total is: nearly all of the variance',
    ],
    [
      'two together',
      withInputs(['making a server', 0.45], ['grid intensity', 0.35], ['PUE', 0.1], ['load', 0.1]),
      'Making a server and the grid intensity decide how sure the total is: 45 % and 35 % of the variance',
    ],
    [
      'three of a size',
      withInputs(['duration', 0.341], ['grid intensity', 0.331], ['power', 0.325]),
      'No input alone decides how sure the total is; the duration comes first, with 34 % of the variance',
    ],
    [
      'none above the others',
      withInputs(['power', 0.3, { phases: ['Training'] }], ['PUE', 0.25], ['load', 0.24], ['host share', 0.21]),
      'No input alone decides how sure the total is; the power in Training comes first, with 30 % of the variance',
    ],
  ])('%s', (_, assessment, title) => {
    expect(plain(contributions.content(assessment)?.title)).toBe(title);
  });
});

describe('the rows', () => {
  const names = (assessment: Assessment) => rowsOf(assessment).map(({ name }) => name);

  it('leave what is not worth measuring to the last, and sum it', () => {
    expect(names(unsure)).toEqual(['load', 'making a server', 'grid intensity', 'accelerator-hours', 'host share', '2 other inputs']);
    expect(rowsOf(unsure).at(-1)?.share).toBeCloseTo(0.0047, 12);
  });

  it('are eight and the others at most, and all of the variance', () => {
    const rows = rowsOf(manyInputs);
    expect(rows).toHaveLength(9);
    expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  it('name phases where they are not all, and count many', () => {
    expect(rowsOf(unsure).map(({ phases }) => phases)).toEqual([undefined, undefined, undefined, 'Training', undefined, undefined]);
    expect(rowsOf(manyInputs)[3]?.phases).toBe('4 of 12 phases');
  });

  it.each([
    ['a range of a source stands as it is', { value: 0.8, unit: '1', low: 0.6, high: 1 }, '0.8, 0.6–1'],
    [
      'one that was calculated is rounded',
      { value: 1082990, unit: 'h', low: 974691, high: 1191289, range: 'declared' },
      '1,082,990 h, 975,000–1,190,000',
    ],
    ['but not to nothing', { value: 1.02, unit: '1', low: 1.016, high: 1.024, range: 'pue-region' }, '1.02, 1.016–1.024'],
    ['counts bear no unit', { value: 384, unit: 'accelerators' }, '384'],
    [
      'operations are a power of ten',
      { value: 3.14e23, unit: 'FLOP', low: 2.826e23, high: 3.454e23, range: 'declared' },
      '3.14 × 10²³ FLOP, 2.83–3.45 × 10²³',
    ],
  ])('%s', (_, figures, text) => {
    expect(plain(rowsOf(withInputs(['x', 1, figures]))[0]?.value)).toBe(text);
  });

  it('tell a default of ours from what the manifest assumes', () => {
    const kinds = rowsOf(withInputs(['a', 0.6, { basis: 'assumed' }], ['b', 0.4, { basis: 'assumed', path: 'phases[0].load' }]));
    expect(kinds.map(({ kind }) => kind)).toEqual(['default', 'record']);
  });
});

it('tells the finding and every bar to those who cannot see it', () => {
  expect(plain(contributions.content(unsure)?.alt)).toBe(
    'The load decides most of how sure the total is: 62 % of the variance. ' +
      'Bar chart of the shares of inputs in the variance of the development total of BLOOM: load 62.1 % (0.8, 0.6–1; default of ours); ' +
      'making a server 15.0 % (3,660 kg CO₂e, 1,680–6,700); grid intensity 11.0 % (57 g CO₂e/kWh, 51.3–62.7); ' +
      'accelerator-hours 7.1 % (Training; 1,082,990 h, 975,000–1,190,000); host share 4.2 % (0.3, 0.2–0.5; default of ours); 2 other inputs 0.5 %.',
  );
});

it('is the golden', async () => {
  await expect(`${JSON.stringify(contributions.content(unsure)?.spec, null, 2)}\n`).toMatchFileSnapshot('goldens/unsure.vl.json');
});

it('is not drawn without inputs to compare', () => {
  expect(contributions.content(bloom)).toBeUndefined();
  expect(contributions.content(withInputs(['load', 1]))).toBeUndefined();
});
