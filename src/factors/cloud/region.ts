/** Figures by year; a year that is not there was not published. */
export type ByYear = Readonly<Record<number, number>>;

/** A row of the tables of cloud regions. */
export interface RegionRow {
  /** The provider's own name: `us-west-2`. */
  readonly region: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** Electricity Maps zone of its grid, where one is known. */
  readonly zone?: string | undefined;
  /** The provider's words, `US West (Oregon)`. */
  readonly location: string;
  /** Facility energy per energy of its machines, yearly, as the provider published it. */
  readonly pue?: ByYear | undefined;
  /** Where `pue` is of: Google's campus, with the figures of each where it is a mean. */
  readonly campus?: string | undefined;
  /** Rating of the design, of a region without a measured figure. */
  readonly designPue?: number | undefined;
  /** Litres used on site per kWh of its machines. A published 0 is a figure. */
  readonly wue?: ByYear | undefined;
  /** Google's own figure for the grid, gCO2e/kWh: beside the zone's life-cycle average, never instead. */
  readonly provider?: ByYear | undefined;
}

const cloudIds = ['aws', 'gcp', 'azure'] as const;
export type CloudId = (typeof cloudIds)[number];

/** A cloud region that a look-up found. */
export interface CloudRegion {
  readonly cloud: CloudId;
  readonly region: string;
  /** In a reader's words: `Google Cloud us-central1`. */
  readonly label: string;
  readonly location: string;
  readonly country: string;
  readonly zone?: string | undefined;
}
