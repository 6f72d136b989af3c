import type { LineBoundary, PhaseKind } from '../assessment/assessment.js';
import type { PowerLimit } from './power-limit.js';

/** What the average power of an accelerator was calculated from. */
export type PowerRecord =
  | {
      readonly kind: 'power';
      /** The record says how many accelerators it is of, so that it is not the power of all by mistake. */
      readonly isDivided?: boolean | undefined;
    }
  /** A share of the rated power. */
  | { readonly kind: 'load'; readonly load: number }
  | {
      readonly kind: 'energy';
      readonly kWh: number;
      /** Accelerator-hours. */
      readonly hours: number;
      /** The hours are accelerators × duration, so that they are not hours on the clock. */
      readonly isProduct?: boolean | undefined;
    };

/** The average power of one accelerator over a phase, as it was recorded. */
export interface AveragePower {
  /** W. */
  readonly watts: number;
  /** What it was at least and at most, where hours or roundings leave it open. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly boundary: LineBoundary;
  readonly limit: PowerLimit;
  readonly record: PowerRecord;
  /** Absent where it is unknown what the accelerators did. */
  readonly phase?: PhaseKind | undefined;
  readonly accelerators?: number | undefined;
  /** Accelerators in a node; absent where unknown. */
  readonly perNode?: number | undefined;
}
