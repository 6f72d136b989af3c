import { describe, expect, it } from 'vitest';
import type { Assessment, Contribution } from '../../../../src/assessment/assessment.js';
import { inputBases } from '../../../../src/assessment/ids.js';
import { contributions } from '../../../../src/charts/contributions/contributions.js';
import { rowsOf } from '../../../../src/charts/contributions/rows.js';
import { expectGolden } from '../../../golden-file.js';
import { bloom, manyInputs, unsure } from '../assessments.js';

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

function withInputs(...inputs: readonly (readonly [name: string, share: number, rest?: Partial<Contribution>])[]): Assessment {
  return { ...unsure, contributions: inputs.map(([input, share, rest]) => ({ input, share, ...rest })) };
}

describe('the title', () => {
  it.each([
    ['one input with most', unsure, 'Load accounts for 62 % of the uncertainty'],
    [
      'several of a kind, by their noun',
      withInputs(['accelerator-hours', 0.997], ['PUE', 0.003]),
      'Accelerator-hours account for nearly all of the uncertainty',
    ],
    [
      'two together',
      withInputs(['making a server', 0.45], ['grid intensity', 0.35], ['PUE', 0.1], ['load', 0.1]),
      'The embodied emissions of a server and grid intensity account for 45 % and 35 % of the uncertainty',
    ],
    [
      'two of one share',
      withInputs(['energy', 0.491], ['grid intensity', 0.489], ['PUE', 0.02]),
      'Energy and grid intensity each account for 49 % of the uncertainty',
    ],
    [
      'three of a size',
      withInputs(['duration', 0.341], ['grid intensity', 0.331], ['power', 0.325]),
      'No single input dominates the uncertainty; duration contributes most, 34 %',
    ],
    [
      'none above the others',
      withInputs(['power', 0.3, { phases: ['Training'] }], ['PUE', 0.25], ['load', 0.24], ['host share', 0.21]),
      'No single input dominates the uncertainty; power in Training contributes most, 30 %',
    ],
  ])('%s', (_, assessment, title) => {
    expect(plain(contributions.content(assessment)?.title)).toBe(title);
  });
});

describe('the rows', () => {
  const names = (assessment: Assessment) => rowsOf(assessment).map(({ name }) => name);

  it('sum the inputs that are not worth measuring in the last row', () => {
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
    ['a range of a source is printed as given', { value: 0.8, unit: '1', low: 0.6, high: 1 }, '0.8, 0.6–1'],
    [
      'one that was calculated is rounded',
      { value: 1082990, unit: 'h', low: 974691, high: 1191289, range: 'declared' },
      '1,082,990 h, 975,000–1,190,000',
    ],
    ['but not to nothing', { value: 1.02, unit: '1', low: 1.016, high: 1.024, range: 'pue-region' }, '1.02, 1.016–1.024'],
    ['counts have no unit', { value: 384, unit: 'accelerators' }, '384'],
    [
      'operations are a power of ten',
      { value: 3.14e23, unit: 'FLOP', low: 2.826e23, high: 3.454e23, range: 'declared' },
      '3.14 × 10²³ FLOP, 2.83–3.45 × 10²³',
    ],
  ])('%s', (_, figures, text) => {
    expect(plain(rowsOf(withInputs(['x', 1, figures]))[0]?.value)).toBe(text);
  });

  it('have the basis of the input, in the word that every report has for it', () => {
    const inputs = inputBases.map((basis): [string, number, object] => [basis, 0.2, { basis }]);
    expect(rowsOf(withInputs(...inputs)).map(({ kind }) => kind)).toEqual([...inputBases]);
  });
});

it('has the finding and the largest shares in its alt text, and every figure in the long one', () => {
  expect(contributions.content(unsure)?.alt).toBe(
    'Load accounts for 62 % of the uncertainty. Shares of the variance: load 62 %, making a server 15 %, grid intensity 11 %, ' +
      'accelerator-hours in Training 7 %, host share 4 %, 2 other inputs <1 %.',
  );
  expect(contributions.content(unsure)?.longAlt).toBe(
    'Load accounts for 62 % of the uncertainty. ' +
      'Bar chart of the shares of inputs in the variance of the development total of BLOOM: load 62 % (0.8, 0.6–1; assumed); ' +
      'making a server 15 % (3,660 kg CO₂e, 1,680–6,700; declared); grid intensity 11 % (57 g CO₂e/kWh, 51.3–62.7; declared); ' +
      'accelerator-hours 7 % (Training; 1,082,990 h, 975,000–1,190,000; declared); host share 4 % (0.3, 0.2–0.5; assumed); 2 other inputs <1 %.',
  );
});

it.each(['spec', 'screen'] as const)('is the golden: %s', (layout) => {
  const end = layout === 'spec' ? 'vl.json' : 'screen.vl.json';
  const spec = contributions.content(unsure)?.[layout];
  expectGolden(`test/unit/charts/contributions/goldens/unsure.${end}`, `${JSON.stringify(spec, null, 2)}\n`);
});

it('has no content without inputs to compare', () => {
  expect(contributions.content(bloom)).toBeUndefined();
  expect(contributions.content(withInputs(['load', 1]))).toBeUndefined();
});
