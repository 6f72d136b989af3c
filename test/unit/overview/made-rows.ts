import type { Assessment } from '../../../src/assessment/assessment.js';
import { type Overview, overviewOf, reportTotals } from '../../../src/overview/rows.js';
import { madeOf } from '../made.js';

export const measured = '{ phase: training, energy: 4 MWh, pue: 1.1, grid: { intensity: 100 g/kWh } }';
export const published = '{ phase: training, emissions: 30 t }';

/** An assessment with a name and phases of its own. */
export function named(name: string, ...phases: readonly string[]): Assessment {
  const assessment = madeOf(`phases:\n${phases.map((phase) => `  - ${phase}`).join('\n')}`);
  return { ...assessment, model: { ...assessment.model, name } };
}

/** The overview of assessments in folders `m0`, `m1`, …, each with a report to read. */
export function overview(...assessments: readonly Assessment[]): Overview {
  return overviewOf(
    assessments.map((assessment, n) => reportTotals({ folder: `m${n}`, assessment, files: ['report.md', 'assessment.json'] })),
  );
}

/** An assessment whose development has another size. */
export function sized(assessment: Assessment, kilograms: number): Assessment {
  const development = assessment.totals.development;
  if (development === undefined) throw new Error('No development.');
  const emissions = { unit: 'kgCO2e', value: kilograms, low: kilograms * 0.7, high: kilograms * 1.4 } as const;
  return { ...assessment, totals: { ...assessment.totals, development: { ...development, emissions } } };
}
