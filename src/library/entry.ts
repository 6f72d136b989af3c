import type { PhaseKind } from '../assessment/assessment.js';

/** A figure as its publication prints it. */
export interface PublishedFigure {
  /** The phase that the figure is of; in the manifest it is the `reported` of that phase, or its `emissions`. */
  readonly phase: PhaseKind;
  readonly value: number;
  readonly unit: 'gCO2e' | 'kgCO2e' | 'tCO2e' | 'lb';
}

/** A line in the list of the library. What it repeats of the manifest is compared with the manifest by a test. */
export interface LibraryEntry {
  readonly name: string;
  /** Year of the publication that the figure is from. */
  readonly year: number;
  /** Authors, arXiv number or journal, and the table or section of the figure. */
  readonly publication: string;
  readonly published: readonly PublishedFigure[];
  /** What the published figure covers, in words. */
  readonly boundary: string;
  /** What somebody who compares the figure has to know of it. */
  readonly remark?: string | undefined;
}
