import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import { use } from '../../../../src/charts/use/use.js';
import { plain } from '../../../../src/units/format.js';
import { quantity } from '../../../../src/units/quantity.js';
import { expectGolden } from '../../../golden-file.js';
import { bloom, halfWay, passed, single } from '../assessments.js';

/** BLOOM's break-even with intervals on both sides: (30,000 to 45,000) ÷ (0.001 to 0.002). */
const ranged: Assessment = {
  ...bloom,
  ...(bloom.breakEven && {
    breakEven: {
      ...bloom.breakEven,
      development: quantity(39320, 'kgCO2e', { low: 30000, high: 45000 }),
      perRequest: quantity(360 / 230768, 'kgCO2e', { low: 0.001, high: 0.002 }),
    },
  }),
};

describe('use', () => {
  it('says when use catches up, and how much was served', () => {
    expect(plain(use.content(ranged)?.title ?? '')).toBe(
      'Use would emit as much as development after 25.2 million requests; 230,768 were served',
    );
  });

  it('has the break-even with its range, and both sides, in its alt text', () => {
    expect(use.content(ranged)?.alt).toBe(
      'Use would emit as much as development after 25.2 million requests; 230,768 were served. ' +
        'Break-even after 25.2 million requests (15.0–45.0 million), 5.4 years at this load. Development 39.3 t CO₂e, deployment 1.6 g CO₂e per request.',
    );
    expect(use.content(ranged)?.longAlt).toContain('counting computing, idle machines, cooling and losses on both sides.');
  });

  it('shows the range as words beside the point, and as bands', () => {
    const spec = JSON.stringify(use.content(ranged)?.spec);
    expect(spec).toContain('(15.0–45.0 million)');
    expect(spec).toContain('"developmentInterval"');
    expect(spec).toContain('"deploymentInterval"');
  });

  it.each([
    ['without a range, far from the break-even: a sentence says it', bloom, false],
    ['without a range, half way', halfWay, true],
    ['with a range', ranged, true],
    ['long past the break-even, which would be at the origin', passed, false],
    ['without a break-even', single, false],
  ])('is a chart %s', (_, assessment, isChart) => {
    expect(use.content(assessment) !== undefined).toBe(isChart);
  });

  it.each(['spec', 'screen'] as const)('is the golden: %s', (layout) => {
    const end = layout === 'spec' ? 'vl.json' : 'screen.vl.json';
    expectGolden(`test/unit/charts/use/goldens/bloom.${end}`, `${JSON.stringify(use.content(ranged)?.[layout], null, 2)}\n`);
  });
});
