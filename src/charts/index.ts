import type { Assessment } from '../assessment/assessment.js';
import { breakdown } from './breakdown/breakdown.js';
import type { Chart, ChartContent } from './chart.js';
import { contributions } from './contributions/contributions.js';
import { type ChartId, chartIds } from './ids.js';
import { power } from './power/power.js';
import { use } from './use/use.js';

/** Every chart, by id. */
export const charts = { breakdown, use, power, contributions } as const satisfies { readonly [Id in ChartId]: Chart & { readonly id: Id } };

let latest: { readonly assessment: Assessment; readonly contents: readonly ChartContent[] } | undefined;

/**
 * The charts that an assessment has the figures for, in the order of the report. Those of the latest assessment are kept: each
 * output of a report asks for them.
 */
export function chartsOf(assessment: Assessment): readonly ChartContent[] {
  if (latest?.assessment !== assessment) {
    latest = { assessment, contents: chartIds.flatMap((id) => charts[id].content(assessment) ?? []) };
  }
  return latest.contents;
}
