import type { TopLevelSpec } from 'vega-lite';
import type { Assessment } from '../assessment/assessment.js';
import type { ChartId } from './ids.js';

/** A chart that is ready to be drawn: its Vega-Lite spec, and in words what it shows. */
export interface ChartContent {
  readonly id: ChartId;
  /** The finding, in a sentence. */
  readonly title: string;
  /** The finding and the figures, for those who can't see it. */
  readonly alt: string;
  readonly spec: TopLevelSpec;
}

export interface Chart {
  readonly id: ChartId;
  /** Nothing where the assessment has not what the chart would show. */
  readonly content: (assessment: Assessment) => ChartContent | undefined;
}
