import type { Assessment } from '../assessment/assessment.js';
import { breakdown } from './breakdown/breakdown.js';
import type { Chart, ChartContent } from './chart.js';
import { contributions } from './contributions/contributions.js';
import { type ChartId, chartIds } from './ids.js';
import { use } from './use/use.js';

/** Every chart, by id. */
export const charts = { breakdown, use, contributions } as const satisfies { readonly [Id in ChartId]: Chart & { readonly id: Id } };

/** The charts that an assessment has the figures for, in the order of the report. */
export function chartsOf(assessment: Assessment): readonly ChartContent[] {
  return chartIds.flatMap((id) => charts[id].content(assessment) ?? []);
}
