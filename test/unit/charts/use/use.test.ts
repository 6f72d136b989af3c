import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import { use } from '../../../../src/charts/use/use.js';
import { plain } from '../../../../src/units/format.js';
import { quantity } from '../../../../src/units/quantity.js';
import { expectGolden } from '../../../golden-file.js';
import { bloom, halfWay, nearlyThere, passed, single } from '../assessments.js';

/** Half way, with intervals on both sides. */
const ranged: Assessment = {
  ...halfWay,
  ...(halfWay.breakEven && {
    breakEven: {
      ...halfWay.breakEven,
      low: 120_000,
      high: 420_000,
      development: quantity(500, 'kgCO2e', { low: 450, high: 550 }),
      perRequest: quantity(0.002, 'kgCO2e', { low: 0.0015, high: 0.003 }),
    },
  }),
};

describe('use', () => {
  it('says when use catches up, and how much was served', () => {
    expect(plain(use.content(ranged)?.title ?? '')).toBe(
      'Use would emit as much as development after 250,000 requests; 125,000 were served',
    );
  });

  it('has the break-even with its range, and both sides, in its alt text', () => {
    expect(use.content(ranged)?.alt).toBe(
      'Use would emit as much as development after 250,000 requests; 125,000 were served. ' +
        'Break-even after 250,000 requests (90 % interval 120,000–420,000), 40 days at this load. ' +
        'Development 500 kg CO₂e, deployment 2.0 g CO₂e per request.',
    );
    expect(use.content(ranged)?.longAlt).toContain('counting computing on both sides.');
    expect(use.content(ranged)?.longAlt).toContain('Served so far: 125,000 requests.');
  });

  it('shows the range as words beside the point, and as bands', () => {
    const spec = JSON.stringify(use.content(ranged)?.spec);
    expect(spec).toContain('(120,000–420,000)');
    expect(spec).toContain('"developmentInterval"');
    expect(spec).toContain('"deploymentInterval"');
  });

  it.each([
    ['far from the break-even: a sentence says it', bloom, false],
    ['half way', halfWay, true],
    ['near it', nearlyThere, true],
    ['long past it: the break-even would be at the origin', passed, false],
    ['without a break-even', single, false],
  ])('is a chart %s', (_, assessment, isChart) => {
    expect(use.content(assessment) !== undefined).toBe(isChart);
  });

  it.each(['spec', 'screen'] as const)('is the golden: %s', (layout) => {
    const end = layout === 'spec' ? 'vl.json' : 'screen.vl.json';
    expectGolden(`test/unit/charts/use/goldens/half-way.${end}`, `${JSON.stringify(use.content(ranged)?.[layout], null, 2)}\n`);
  });
});
