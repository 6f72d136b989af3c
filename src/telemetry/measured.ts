/** What was measured of one device. Times in microseconds since 1970, energies in joules. */
export interface MeasuredTotals {
  /** As the file has it: `node 2, gpu 0`. */
  readonly name: string;
  readonly model?: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly samples: number;
  readonly joules: number;
  readonly covered: number;
  /** The highest sample (W); absent for counters of energy. */
  readonly peak?: number | undefined;
  readonly gaps: number;
  readonly longestGap?: number | undefined;
  readonly resets?: number | undefined;
  /** Below the threshold of idle; absent where there is none. */
  readonly idle?: { readonly joules: number; readonly covered: number } | undefined;
}

/** Energy of all devices in a part of the time, which begins at a multiple of the resolution. */
export interface TimePart {
  readonly start: number;
  readonly joules: number;
  /** Time that is covered, of all devices together. */
  readonly covered: number;
  /** The highest mean (W) in the part, where it was measured more finely. */
  readonly peak?: number | undefined;
}

/** What telemetry amounts to, whatever it was read from. */
export interface Measured {
  readonly devices: readonly MeasuredTotals[];
  /** In order of time; those without any covered time may be left out. */
  readonly parts: readonly TimePart[];
  /** Length of a part: an hour is a multiple of it. */
  readonly resolution: number;
  /** What the peaks of parts are means over; the resolution where absent. */
  readonly peakResolution?: number | undefined;
  /** Usual time between two samples, and the longest that is not a gap. */
  readonly interval: number;
  readonly longestStep: number;
}
