import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Contribution } from '../../../../src/assessment/assessment.js';
import { type ComponentId, componentIds, phaseKinds } from '../../../../src/assessment/ids.js';
import { blocksOf } from '../../../../src/charts/breakdown/blocks.js';
import { breakdown } from '../../../../src/charts/breakdown/breakdown.js';
import { panelsOf } from '../../../../src/charts/breakdown/panels.js';
import { formOf, partsOf } from '../../../../src/charts/breakdown/parts.js';
import type { ChartContent } from '../../../../src/charts/chart.js';
import { plain } from '../../../../src/units/format.js';
import { quantity } from '../../../../src/units/quantity.js';
import { expectGolden } from '../../../golden-file.js';
import { assessmentOf, bloom, hostile, intervals, type PhaseCase, passed, single, sixty, tinyAndHuge, twelve } from '../assessments.js';

function chartOf(assessment: Assessment): ChartContent {
  const chart = breakdown.content(assessment);
  if (chart === undefined) throw new Error('no chart');
  return chart;
}

/** One phase of training. */
const training = (kilograms: PhaseCase['kilograms'], more: Partial<PhaseCase> = {}): Assessment =>
  assessmentOf('M', [{ phase: 'training', title: 'Training', kilograms, ...more }]);

/** Phases of one component. */
const phasesOf = (...phases: readonly (readonly [kind: PhaseCase['phase'], kilograms: number])[]): Assessment =>
  assessmentOf(
    'M',
    phases.map(([phase, dynamic], n) => ({ phase, name: `${n}`, title: `${phase} (${n})`, kilograms: { dynamic } })),
  );

const wide = (kilograms: number) => ({ low: kilograms * 0.6, high: kilograms * 1.5 });
const withInputs = (assessment: Assessment, ...contributions: readonly Contribution[]): Assessment => ({ ...assessment, contributions });

describe('the title is a finding', () => {
  it.each([
    [
      'idle and overhead of 14.6 t against 24.7 t of computing',
      bloom,
      'Idle machines and cooling added 59 % to the emissions of computing',
    ],
    ['a phase with most of the total', intervals, '71 % of the emissions came from training'],
    ['one phase beside next to nothing', tinyAndHuge, 'Nearly all of the emissions came from training'],
    [
      'a kind of phase, over all of its phases',
      phasesOf(['training', 37], ['experiments', 30], ['experiments', 29], ['evaluation', 4]),
      '59 % of the emissions came from experiments',
    ],
    ['half is half', phasesOf(['experiments', 51], ['training', 28], ['data', 21]), 'Half of the emissions came from experiments'],
    ['a phase of one kind', phasesOf(['training', 80], ['training', 10], ['training', 10]), '80 % of the emissions came from training (0)'],
    ['making the hardware', training({ embodied: 8, dynamic: 5 }), '62 % of the emissions came from making the hardware'],
    [
      'cooling of 3 kg against 5 kg of computing',
      training({ overhead: 3, dynamic: 5 }),
      'Cooling and losses added 60 % to the emissions of computing',
    ],
    ['deployment of 90 t against development of 500 kg', passed, 'Deployment has emitted 180 times as much as development'],
    [
      'a range that a meter would narrow',
      withInputs(
        training({ dynamic: 100 }, { interval: wide }),
        { input: 'load', basis: 'assumed', share: 0.6 },
        { input: 'PUE', share: 0.4 },
      ),
      'Power that was not metered accounts for 60 % of the uncertainty',
    ],
    [
      'a range that a place would narrow',
      withInputs(
        training({ dynamic: 100 }, { interval: wide }),
        { input: 'grid intensity', basis: 'assumed', share: 0.7 },
        { input: 'PUE', share: 0.3 },
      ),
      'The grid, which is not known, accounts for 70 % of the uncertainty',
    ],
  ])('%s', (_, assessment, title) => {
    expect(plain(chartOf(assessment).title)).toBe(title);
  });
});

describe('the title is the plain name', () => {
  it.each([
    ['of one line', single, 'Emissions of tiny-bert'],
    ['where computing leads, as ever', training({ embodied: 2, dynamic: 76, overhead: 12 }), 'Emissions of M by component'],
    ['where phases are much alike', phasesOf(['data', 3], ['training', 4], ['evaluation', 3]), 'Emissions of M by phase'],
    ['of two phases, one a little larger', phasesOf(['data', 48], ['training', 52]), 'Emissions of M by phase'],
    [
      'where the range is narrow',
      withInputs(training({ dynamic: 100 }, { interval: (kg) => ({ low: kg * 0.95, high: kg * 1.05 }) }), {
        input: 'load',
        basis: 'assumed',
        share: 1,
      }),
      'Emissions of M',
    ],
    [
      'where what is uncertain was given',
      withInputs(training({ dynamic: 100 }, { interval: wide }), { input: 'grid intensity', basis: 'declared', share: 1 }),
      'Emissions of M',
    ],
    [
      'where hardware and cooling are those of defaults',
      {
        ...training({ embodied: 50, dynamic: 30, overhead: 20 }),
        lines: training({ embodied: 50, dynamic: 30, overhead: 20 }).lines.map((line) => ({ ...line, basis: 'assumed' as const })),
      },
      'Emissions of M by component',
    ],
    [
      'where deployment counts what development does not',
      assessmentOf('M', [
        { phase: 'training', title: 'Training', kilograms: { dynamic: 5 } },
        { phase: 'deployment', title: 'Deployment', kilograms: { dynamic: 50, embodied: 2 } },
      ]),
      'Emissions of M by phase and component',
    ],
  ])('%s', (_, assessment, title) => {
    expect(plain(chartOf(assessment).title)).toBe(title);
  });
});

it('compares electricity where one phase has the energy of each line: (180.5 + 76.1) ÷ 433.2 MWh = 59 %', () => {
  const kilowattHours: Partial<Readonly<Record<ComponentId, number>>> = { dynamic: 433_196, idle: 180_498, overhead: 76_148 };
  const lines = bloom.lines.map((line) => {
    const energy = kilowattHours[line.component];
    return line.phase === 'training' && energy !== undefined ? { ...line, energy: quantity(energy, 'kWh') } : line;
  });
  expect(plain(chartOf({ ...bloom, lines }).title)).toBe('Idle machines and cooling added 59 % to the electricity of the training itself');
});

describe('the bars', () => {
  const labels = (assessment: Assessment) =>
    panelsOf(blocksOf(assessment), formOf(blocksOf(assessment))).map(({ isWords, blocks }) => ({
      isWords,
      bars: blocks.flatMap(({ parts }) => parts.map(({ name, label }) => plain(`${name}: ${label}`))),
    }));

  it('have value and share, the largest first; what is below 1 % of its scale is words', () => {
    expect(labels(bloom)).toEqual([
      {
        isWords: false,
        bars: [
          'Computing: 24.7 t · 49 %',
          'Making the hardware: 11.2 t · 22 %',
          'Idle machines: 10.3 t · 20 %',
          'Cooling and losses: 4.3 t · 9 %',
        ],
      },
      { isWords: true, bars: ['Computing: 360 kg'] },
    ]);
  });

  it('below 1 % are one, with a unit of their own', () => {
    expect(labels(tinyAndHuge)).toEqual([{ isWords: false, bars: ['Computing: 24.7 t · 100 %', '3 more: 403 g · <1 %'] }]);
    expect(labels(twelve)[0]?.bars.at(-1)).toBe('3 more: 0.6 t · 1 %');
  });

  it('of one line have no share, being all of it', () => {
    expect(labels(single)).toEqual([{ isWords: false, bars: ['Computing: 3.3 kg'] }]);
  });

  it('of a deployment with several lines have a scale of their own, where development would hide them', () => {
    const small = assessmentOf('M', [
      { phase: 'training', title: 'Training', kilograms: { dynamic: 1000 } },
      { phase: 'deployment', title: 'Deployment', kilograms: { dynamic: 5, overhead: 3 } },
    ]);
    expect(labels(small).map(({ isWords }) => isWords)).toEqual([false, false]);
    expect(JSON.stringify(chartOf(small).spec)).toContain('Development and deployment have scales of their own.');
    const alike = assessmentOf('M', [
      { phase: 'training', title: 'Training', kilograms: { dynamic: 1000 } },
      { phase: 'deployment', title: 'Deployment', kilograms: { dynamic: 500, overhead: 300 } },
    ]);
    expect(labels(alike)).toHaveLength(1);
  });

  it('are all of a total, whatever is together, and never more than a page holds', () => {
    const kilograms = fc.dictionary(fc.constantFrom(...componentIds), fc.double({ min: 0, max: 1e6, noNaN: true }), { minKeys: 1 });
    const cases = fc.array(fc.record({ phase: fc.constantFrom(...phaseKinds), kilograms }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(cases, (phases) => {
        const assessment = assessmentOf(
          'M',
          phases.map((one, n) => ({ ...one, name: `${n}`, title: `Phase ${n}` })),
        );
        const blocks = blocksOf(assessment);
        for (const block of blocks) {
          const parts = partsOf(block, formOf(blocks));
          const sum = parts.reduce((all, { emissions }) => all + emissions.value, 0);
          expect(Math.abs(sum - block.total.emissions.value)).toBeLessThanOrEqual(1e-9 * block.total.emissions.value);
          expect(parts.length).toBeLessThanOrEqual(20);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('a stacked bar has the interval of its phase: 0.72 × 28 to 1.35 × 28', () => {
  const [panel] = panelsOf(blocksOf(intervals), 'phases');
  const [first] = panel?.blocks[0]?.parts ?? [];
  expect(first?.emissions.low).toBeCloseTo(0.72 * 27630, 6);
  expect(first?.emissions.high).toBeCloseTo(1.35 * 27630, 6);
  expect(JSON.stringify(chartOf(intervals).spec)).toMatch(/Thin lines: 90\s% intervals\./);
});

describe('small phases together', () => {
  const around = (kg: number) => ({ low: kg * 0.7, high: kg * 1.2 });
  const cases = [90, 60, 0.9, 0.4].map(
    (dynamic, n): PhaseCase => ({
      phase: 'training',
      name: `${n}`,
      title: `Training (${n})`,
      kilograms: { dynamic },
      interval: around,
    }),
  );
  const lastOf = (assessment: Assessment) => partsOf(blocksOf(assessment)[0] as ReturnType<typeof blocksOf>[number], 'phases').at(-1);

  it('have the interval of their sum: 0.7 × 1.3 to 1.2 × 1.3', () => {
    const last = lastOf(assessmentOf('M', cases));
    expect(last?.name).toBe('2 more');
    expect(last?.emissions.low).toBeCloseTo(0.7 * 1.3, 9);
    expect(last?.emissions.high).toBeCloseTo(1.2 * 1.3, 9);
  });

  it('have none where the assessment has no such sum', () => {
    const a = assessmentOf('M', cases);
    const { development } = a.totals;
    const without = { ...a, totals: { ...a.totals, ...(development && { development: { ...development, phases: [] } }) } };
    expect(lastOf(without)?.emissions).toEqual({ value: 1.3, unit: 'kgCO2e' });
  });

  it('have none where they are components', () => {
    const [part] = partsOf(
      blocksOf(
        assessmentOf('M', [
          { phase: 'training', title: 'Training', kilograms: { dynamic: 99, idle: 0.3, overhead: 0.4 }, interval: around },
        ]),
      )[0] as ReturnType<typeof blocksOf>[number],
      'lines',
    ).slice(-1);
    expect(part?.name).toBe('2 more');
    expect(part?.emissions.low).toBeUndefined();
  });
});

describe('the alt texts', () => {
  it('give the finding, the totals and the largest parts', () => {
    expect(chartOf(bloom).alt).toBe(
      'Idle machines and cooling added 59 % to the emissions of computing. Development total 50.5 t CO₂e: Computing 24.7 t (49 %), ' +
        'Making the hardware 11.2 t (22 %), Idle machines 10.3 t (20 %), Cooling and losses 4.3 t (9 %). Deployment 360 kg CO₂e.',
    );
    expect(chartOf(single).alt).toBe('Emissions of tiny-bert. Development total 3.3 kg CO₂e, 90 % interval 2.4–4.4.');
  });

  it('name the phase of a line, where there are several', () => {
    expect(chartOf(tinyAndHuge).alt).toContain('Training, computing 24.7 t (100 %), 3 more 403 g (<1 %).');
  });

  it('give every bar with its components in the long form', () => {
    expect(chartOf(intervals).longAlt).toBe(
      '71 % of the emissions came from training. Bar chart of the emissions of Llama 2 7B. Development total 39 t CO₂e, 90 % interval 28–52: ' +
        'Training 28 t (71 %), of which computing 21.3 t, making the hardware 4.20 t, cooling and losses 2.13 t; ' +
        'Experiments 10 t (27 %), of which computing 9.12 t, cooling and losses 912 kg, idle machines 402 kg; Data 1 t (2 %).',
    );
  });
});

describe('the specs', () => {
  it.each(['spec', 'screen'] as const)('are the goldens: %s', (layout) => {
    const end = layout === 'spec' ? 'vl.json' : 'screen.vl.json';
    for (const [name, assessment] of [
      ['single', single],
      ['bloom', bloom],
      ['intervals', intervals],
    ] as const)
      expectGolden(`test/unit/charts/breakdown/goldens/${name}.${end}`, `${JSON.stringify(chartOf(assessment)[layout], null, 2)}\n`);
  });

  it('are the same from one assessment twice', () => {
    expect(JSON.stringify(chartOf(twelve))).toBe(JSON.stringify(chartOf(twelve)));
  });

  it('fit a page, 170 mm wide and 250 mm high, however many phases there are', () => {
    for (const assessment of [twelve, sixty]) {
      const { height, padding } = chartOf(assessment).spec as { height: number; padding: { top: number; bottom: number } };
      expect(height + padding.top + padding.bottom).toBeLessThanOrEqual((250 / 170) * 640);
    }
  });

  it('have words of the user in data, titles and the description only, never in an expression', () => {
    const expressions: string[] = [];
    JSON.stringify([chartOf(hostile).spec, chartOf(hostile).screen], (key, value: unknown) => {
      if (['labelExpr', 'filter', 'expr', 'signal', 'calculate'].includes(key)) expressions.push(String(value));
      return value;
    });
    expect(new Set(expressions)).toEqual(new Set(["datum.value === 0 ? '0' : datum.index === 1 ? datum.label + ' kg CO₂e' : datum.label"]));
  });

  it('are none without a line', () => {
    expect(breakdown.content(assessmentOf('M', []))).toBeUndefined();
  });
});
