import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import type { ComponentId } from '../../../../src/assessment/ids.js';
import { breakdown } from '../../../../src/charts/breakdown/breakdown.js';
import type { ChartContent } from '../../../../src/charts/chart.js';
import { quantity } from '../../../../src/units/quantity.js';
import { expectGolden } from '../../../golden-file.js';
import { assessmentOf, bloom, hostile, intervals, single, sixty, tinyAndHuge, twelve } from '../assessments.js';

function chartOf(assessment: Assessment): ChartContent {
  const chart = breakdown.content(assessment);
  if (chart === undefined) throw new Error('no chart');
  return chart;
}

/** Narrow no-break spaces as spaces, to be read. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('the title', () => {
  it.each([
    ['idle and overhead of 14.6 t against 24.7 t of work', bloom, 'Idle power and cooling added 59 % to the dynamic emissions'],
    ['one line', single, 'The electricity of the work caused 3.3 kg CO₂e, all that is counted of development'],
    ['a phase with most of the total', intervals, 'Training emitted 71.1 % of the 39 t CO₂e of development'],
    ['one phase beside next to nothing', tinyAndHuge, 'Training emitted nearly all of the 24.7 t CO₂e of development'],
    ['none of these: the largest component', sixty, 'The electricity of the work caused 90.0 % of the 2.07 t CO₂e of development'],
    [
      'phases of one component',
      assessmentOf('M', [
        { phase: 'data', title: 'Data', kilograms: { dynamic: 3 } },
        { phase: 'training', title: 'Training', kilograms: { dynamic: 4 } },
        { phase: 'evaluation', title: 'Evaluation', kilograms: { dynamic: 3 } },
      ]),
      'Training emitted more than any other phase: 40.0 % of the 10.0 kg CO₂e of development',
    ],
    [
      'hardware of 8 kg against 5 kg of work',
      assessmentOf('M', [{ phase: 'training', title: 'Training', kilograms: { embodied: 8, dynamic: 5 } }]),
      'Making the hardware emitted 60 % more than the electricity of the work',
    ],
    [
      'cooling of 3 kg against 5 kg of work',
      assessmentOf('M', [{ phase: 'training', title: 'Training', kilograms: { overhead: 3, dynamic: 5 } }]),
      'Cooling and power loss added 60 % to the dynamic emissions',
    ],
    [
      'deployment alone',
      assessmentOf('M', [{ phase: 'deployment', title: 'Deployment', kilograms: { dynamic: 3 } }]),
      'The electricity of the work caused 3.00 kg CO₂e, all that is counted of deployment',
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
  expect(plain(chartOf({ ...bloom, lines }).title)).toBe('Idle power and cooling added 59 % to the electricity of the training itself');
});

describe('the alt text', () => {
  it('gives the title, both totals and every figure as on the bars', () => {
    expect(plain(chartOf(bloom).alt)).toBe(
      'Idle power and cooling added 59 % to the dynamic emissions. Bar chart of the emissions of BLOOM. ' +
        'Development total 50.5 t CO₂e: Computing (dynamic) 24.7 t CO₂e (48.9 %); Making hardware (embodied) 11.2 t CO₂e (22.2 %); ' +
        'Idle machines (idle) 10.3 t CO₂e (20.4 %); Cooling, losses (overhead) 4.34 t CO₂e (8.6 %). ' +
        'Deployment total 360 kg CO₂e: Computing (dynamic) 360 kg CO₂e.',
    );
  });

  it('gives the interval of the total', () => {
    expect(plain(chartOf(single).alt)).toContain('Development total 3.3 kg CO₂e, 90 % interval 2.4–4.4');
  });

  it('lists the largest lines of many, and counts the others', () => {
    expect(chartOf(twelve).alt).toMatch(/; and 40 smaller lines\.$/);
  });
});

describe('the spec', () => {
  it('is the golden for one line', () => {
    expectGolden('test/unit/charts/breakdown/goldens/single.vl.json', `${JSON.stringify(chartOf(single).spec, null, 2)}\n`);
  });

  it('is the golden for development and deployment', () => {
    expectGolden('test/unit/charts/breakdown/goldens/bloom.vl.json', `${JSON.stringify(chartOf(bloom).spec, null, 2)}\n`);
  });

  it('is the same from one assessment twice', () => {
    expect(JSON.stringify(chartOf(twelve))).toBe(JSON.stringify(chartOf(twelve)));
  });

  it('fits a page, 170 mm wide and 250 mm high, however many phases there are', () => {
    for (const assessment of [twelve, sixty]) {
      const { height, padding } = chartOf(assessment).spec as { height: number; padding: { top: number; bottom: number } };
      expect(height + padding.top + padding.bottom).toBeLessThanOrEqual((250 / 170) * 640);
    }
  });

  it('has words of the user in data, titles and the description only, never in an expression', () => {
    const expressions: string[] = [];
    JSON.stringify(chartOf(hostile).spec, (key, value: unknown) => {
      if (['labelExpr', 'filter', 'expr', 'signal', 'calculate'].includes(key)) expressions.push(String(value));
      return value;
    });
    expect(new Set(expressions)).toEqual(new Set(["datum.index === 0 ? '0 kg CO₂e' : datum.label", 'datum.ranged']));
  });

  it('has no content without a line', () => {
    expect(breakdown.content(assessmentOf('M', []))).toBeUndefined();
  });
});
