import type { TopLevelSpec } from 'vega-lite';
import type { Assessment } from '../assessment/assessment.js';
import type { ChartFacts } from './facts.js';
import type { ChartId } from './ids.js';

/** What a chart shows: its Vega-Lite specs, a title and alt texts. */
export interface ChartContent {
  /** A word of letters and hyphens, unique among the charts of a page. */
  readonly id: string;
  /** What the chart shows, in a sentence. */
  readonly title: string;
  /** The title and the main figures in at most 250 characters, for readers who cannot see the chart. */
  readonly alt: string;
  /** The title and every figure, for a report that has room for it. */
  readonly longAlt: string;
  /** What each mark shows, for a page that shows it beside the pointer, and as a table; absent for a chart beside the table of its figures. */
  readonly facts?: ChartFacts | undefined;
  /** Laid out for print: SVG and `vl.json`. */
  readonly spec: TopLevelSpec;
  /** The same data laid out for a phone: PNG. */
  readonly screen: TopLevelSpec;
}

export interface Chart {
  readonly id: ChartId;
  /** Nothing where the assessment lacks the figures for it. */
  readonly content: (assessment: Assessment) => ChartContent | undefined;
}
