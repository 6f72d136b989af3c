import { expect, it } from 'vitest';
import type { Assessment, LineInput } from '../../../src/assessment/assessment.js';
import { bloom } from '../charts/assessments.js';
import { rendered } from './rendered.js';

const input = (name: string, rest: Partial<LineInput>): LineInput => ({
  name,
  value: 57,
  unit: 'gCO2e/kWh',
  source: 'paper',
  basis: 'declared',
  ...rest,
});

function withInputs(inputs: readonly LineInput[], ranges?: Assessment['ranges']): Assessment {
  const [line] = bloom.lines;
  return { ...bloom, lines: line === undefined ? [] : [{ ...line, inputs }], ...(ranges && { ranges }) };
}

const text = rendered(
  'factors',
  withInputs(
    [
      input('grid intensity', { low: 51.3, high: 62.7, range: 'declared', line: 21 }),
      input('making an accelerator', { value: 150, unit: 'kgCO2e', low: 97.0356321, high: 218.330172, range: 'embodied-lower-bound' }),
      input('load', { value: 0.8, unit: '1', low: 0.6, high: 1, basis: 'assumed' }),
      input('accelerators', { value: 384, unit: 'accelerators', exact: true }),
      input('power', { value: 400, unit: 'W' }),
    ],
    [
      { id: 'declared', title: 'declared: as published', size: '±10 %', note: 'Rounding.' },
      { id: 'embodied-lower-bound', title: 'manufacture, published as a lower bound', size: '×/÷ 1.5', note: 'In print.' },
    ],
  ),
);

it.each([
  ['a default range, by a mark', '| grid intensity | 57 g CO₂e/kWh | 51.3–62.7 †a | declared | \\[1], line 21 |'],
  ['one that was calculated, rounded', '| making an accelerator | 150 kg CO₂e | 97–218 †b |'],
  ['a range of the source, as it is', '| load | 0.8 | 0.6–1 | assumed |'],
  ['a count, with a dash', '| accelerators | 384 | – | declared |'],
  ['an uncertain input without a range', '| power | 400 W | unknown | declared |'],
])('shows %s', (_, row) => {
  expect(text).toContain(row);
});

it('lists the default ranges by their marks, each with what it rests on', () => {
  expect(text).toContain('Default ranges, used where neither the manifest nor the source gives one.');
  expect(text).toContain(
    '| †a | declared: as published | ±10 % | Rounding. |\n| †b | manufacture, published as a lower bound | ×/÷ 1.5 | In print. |\n',
  );
});

it('has no table of default ranges where none was used', () => {
  expect(rendered('factors', withInputs([input('power', { low: 50, high: 60 })]))).not.toContain('Default ranges');
});
