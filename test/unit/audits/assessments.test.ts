import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { idsInAssessment } from './asked.js';

interface Loose {
  totals: { development: { emissions: { value: number } } };
  lines: { emissions: { value: number; unit: string }; inputs: { name: string; value: number }[] }[];
  phases: {
    pue?: number | undefined;
    year?: number | undefined;
    device?: string | undefined;
    power?: { value: number } | undefined;
    grid: { year: number };
    accelerators?: number | undefined;
    duration?: unknown | undefined;
  }[];
  offsets?: unknown | undefined;
}

/** BLOOM's assessment, after somebody has edited it. */
function edited(edit: (assessment: Loose) => void): readonly string[] {
  const assessment = JSON.parse(readFileSync(new URL('../../../reports/bloom/assessment.json', import.meta.url), 'utf8')) as Loose;
  edit(assessment);
  return idsInAssessment(assessment);
}

function first<T>(items: readonly T[], at = 0): T {
  const item = items[at];
  if (item === undefined) throw new RangeError('nothing there');
  return item;
}

describe('an assessment that was edited by hand', () => {
  it('raises nothing as it was', () => {
    expect(edited(() => undefined)).toEqual([]);
  });

  it('has a total that is not its lines', () => {
    expect(edited(({ totals }) => (totals.development.emissions.value = 25_000))).toEqual(['total-is-not-the-sum']);
  });

  it('has tonnes in a line where kilograms belong', () => {
    expect(edited(({ lines }) => (first(lines, 1).emissions.value = 24.7))).toContain('arithmetic');
  });

  it('has offsets taken off', () => {
    const found = edited((assessment) => {
      assessment.offsets = { emissions: { value: 20_000, unit: 'kgCO2e' }, source: 'x' };
      assessment.totals.development.emissions.value -= 20_000;
    });
    expect(found).toContain('offsets-subtracted');
  });

  it('has a PUE below 1, a grid of another decade, and a power that the device may not draw', () => {
    const found = edited(({ phases }) => {
      const phase = first(phases);
      phase.pue = 0.8;
      phase.year = 2022;
      phase.grid.year = 2012;
      phase.device = 'NVIDIA A100 PCIe 40GB';
      phase.power = { ...phase.power, value: 400 };
    });
    expect(found).toEqual(expect.arrayContaining(['pue-below-one', 'grid-year', 'power-above-limit']));
  });

  it('may lack anything', () => {
    expect(idsInAssessment({})).toEqual([]);
    expect(idsInAssessment({ lines: [null, 3, {}], totals: [], phases: 'none' })).toEqual([]);
  });
});
