import type { Quantity } from '../units/quantity.js';

/** What the grid intensities of a table are, and who publishes them. */
export interface GridSeries {
  /** `life-cycle, average, consumption mix, location-based` */
  readonly basis: string;
  readonly sources: readonly string[];
}

/** What one thing changed would do to a footprint: plain JSON, from which the page and the chart are made. */
export interface WhatIf {
  readonly schemaVersion: '1.0';
  readonly model: { readonly name: string; readonly slug: string };
  /** One for each thing that is changed and each total, in the order that was asked for. */
  readonly tables: readonly WhatIfTable[];
}

/** What is changed, as the manifest names it. */
export const whatIfKinds = ['regions', 'locations', 'years', 'hardware', 'load', 'lifetime', 'convention'] as const;
export type WhatIfKind = (typeof whatIfKinds)[number];

/** Alternatives that differ from a base in one thing. */
export interface WhatIfTable {
  readonly by: WhatIfKind;
  readonly of: 'development' | 'deployment';
  /** The series of the tables that the grid of every place or year is of, so that no difference is one of method. */
  readonly series?: GridSeries | undefined;
  /** What the alternatives are compared with; absent where the tables have no figure for the place of the runs. */
  readonly base?: WhatIfBase | undefined;
  /** Places by emissions, the least first; all else in the order that was asked for. */
  readonly alternatives: readonly WhatIfAlternative[];
  /** What was asked for and has no figure, and why. */
  readonly without: readonly { readonly label: string; readonly reason: string }[];
}

export interface WhatIfBase extends WhatIfFigures {
  /** The place of the runs, where it is another in the alternatives. */
  readonly label?: string | undefined;
  /** The total of the report, where its grid is declared or of another series of the tables than that of the base. */
  readonly reported?: Quantity<'kgCO2e'> | undefined;
  /** What grid the total of the report rests on in place of that of the base. */
  readonly reportedOn?: 'declared' | 'other-series' | undefined;
}

/** What is calculated of the runs as they are, or of an alternative. */
export interface WhatIfFigures {
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy?: Quantity<'kWh'> | undefined;
  /** Where all that is changed has one grid. */
  readonly grid?: GridUsed | undefined;
  /** Where all that is changed has one PUE. */
  readonly pue?: Quantity<'1'> | undefined;
}

export interface GridUsed {
  readonly intensity: Quantity;
  readonly year?: number | undefined;
  readonly zone?: string | undefined;
}

/**
 * How sure a difference is: `lower` or `higher` where its interval does not contain 0, `within-noise` where it does, `same` where nothing
 * differs, `unknown` where no interval was assessed.
 */
export type Verdict = 'lower' | 'higher' | 'within-noise' | 'same' | 'unknown';

export interface WhatIfAlternative extends WhatIfFigures {
  readonly label: string;
  /** More of it in words, such as the place of a region. */
  readonly detail?: string | undefined;
  /** It is the place, or the value, of the runs as they are. */
  readonly isBase?: true | undefined;
  /** Emissions less those of the base. What both depend on is sampled once, so that it cancels. */
  readonly difference?: Quantity<'kgCO2e'> | undefined;
  readonly verdict?: Verdict | undefined;
}
