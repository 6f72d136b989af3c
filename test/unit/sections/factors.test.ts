import { describe, expect, it } from 'vitest';
import type { Assessment, LineInput } from '../../../src/assessment/assessment.js';
import { inputTitle } from '../../../src/sections/words/inputs.js';
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
  ['a default range, by a mark', '| grid intensity | 57 g CO₂e/kWh | 51.3–62.7 †a | declared | \\[1, Table 1] line 21 |'],
  ['one that was calculated, rounded', '| making an accelerator | 150 kg CO₂e | 97–218 †b |'],
  ['a range of the source, as it is', '| load | 0.8 | 0.6–1 | **assumed** |'],
  ['a count, with a dash', '| accelerators | 384 | – | declared |'],
  ['an uncertain input without a range', '| power | 400 W | unknown | declared |'],
])('shows %s', (_, row) => {
  expect(text).toContain(row);
});

it('lists the default ranges by their marks, each with what it rests on', () => {
  expect(text).toContain('Default ranges, where neither the manifest nor the source gives one;');
  expect(text).toContain(
    '- †a ±10 %, declared: as published: Rounding.\n- †b ×/÷ 1.5, manufacture, published as a lower bound: In print.\n',
  );
});

it('has no table of default ranges where none was used', () => {
  expect(rendered('factors', withInputs([input('power', { low: 50, high: 60 })]))).not.toContain('Default ranges');
});

describe('an input', () => {
  it.each([
    ['grid intensity', 'France, 2024', 'grid intensity: France, 2024'],
    ['PUE', 'PUE of AWS us-west-2, 2023', 'PUE: AWS us-west-2, 2023'],
    ['load', 'Load: average power ÷ rated power', 'load: average power ÷ rated power'],
    ['accelerators per server', 'Accelerators in a server', 'accelerators per server'],
    ['rated power', 'NVIDIA A100 SXM4 80GB, rated power', 'rated power: NVIDIA A100 SXM4 80GB'],
  ])('%s of “%s” is named once', (name, of, title) => {
    expect(inputTitle({ name, of })).toBe(title);
  });

  it('of several phases is there once, with the lines that give it and the phases', () => {
    const [training] = bloom.lines;
    if (training === undefined) throw new Error('BLOOM has a line');
    const shared = input('lifetime', { value: 43_800, unit: 'h', line: 7 });
    const again = { ...shared, line: 9 };
    const other = { ...training, id: 'evaluation.dynamic', phase: 'evaluation', component: 'dynamic' } as const;
    const a = {
      ...bloom,
      lines: [
        { ...training, inputs: [shared] },
        { ...other, inputs: [again] },
      ],
    };
    const rows = rendered('factors', a)
      .split('\n')
      .filter((line) => line.startsWith('| lifetime'));
    expect(rows).toEqual([expect.stringContaining('| lifetime | 43,800 h (5 years) | unknown | declared | \\[1, Table 1] lines 7, 9 |')]);
  });
});

describe('diagnostics', () => {
  const note = (id: string) => ({ id, severity: 'note', message: `${id} was said.` }) as const;
  it('that the table of inputs says are not listed again; others are', () => {
    const text = rendered('assumptions', { ...bloom, diagnostics: [note('default-pue'), note('nearest-year')] });
    expect(text).not.toContain('default-pue');
    expect(text).toContain('- nearest-year was said.');
  });
});
