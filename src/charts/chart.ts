import type { TopLevelSpec } from 'vega-lite';
import type { Assessment } from '../assessment/assessment.js';
import type { ChartId } from './ids.js';

/** What a chart shows: its Vega-Lite spec, a title and an alt text. */
export interface ChartContent {
  readonly id: ChartId;
  /** What the chart shows, in a sentence. */
  readonly title: string;
  /** The title and the figures, for readers who cannot see the chart. */
  readonly alt: string;
  readonly spec: TopLevelSpec;
}

export interface Chart {
  readonly id: ChartId;
  /** Nothing where the assessment lacks the figures for it. */
  readonly content: (assessment: Assessment) => ChartContent | undefined;
}
