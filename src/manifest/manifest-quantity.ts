import type { Basis, MeasurementBoundary } from '../assessment/assessment.js';
import type { Dimension, Unit } from '../units/quantity.js';
import type { Instrument } from './instruments.js';

/** A number that the manifest gives, in its canonical unit, with all that the manifest says about it. */
export interface ManifestQuantity {
  readonly value: number;
  readonly unit: Unit;
  readonly dimension: Dimension;
  /** Half a unit of the last place that was written, in the same unit; absent where a log gives the value. */
  readonly halfPlace?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly cite?: string | undefined;
  readonly url?: string | undefined;
  readonly year?: number | undefined;
  readonly licence?: string | undefined;
  readonly basis?: Basis | undefined;
  /** `inferred` or `back-calculated`: not printed in the publication, so the basis is `assumed`. */
  readonly origin?: 'inferred' | 'back-calculated' | undefined;
  readonly boundary?: MeasurementBoundary | undefined;
  /** What it was measured with. */
  readonly instrument?: Instrument | undefined;
  /** Accelerators that a cluster's power was measured for. */
  readonly for?: number | undefined;
  /** Idle machines: nodes that are on, or machines that are held. */
  readonly of?: 'baseline' | 'reserved' | undefined;
  /** Key by which a share was divided, as `GPU-hours`. */
  readonly key?: string | undefined;
  /** Of embodied emissions by occupancy: the same by calendar. */
  readonly byCalendar?: number | undefined;
  /** What it is unsure by: figures that name the same are one unknown. */
  readonly unknown?: string | undefined;
  /** What a meter missed, at most (in the unit of the value): the range reaches as much higher, and the value is without it. */
  readonly missed?: number | undefined;
  /** How it was measured or estimated, in words. */
  readonly method?: string | undefined;
  /** `CO2` was written where CO2e is meant. */
  readonly bareCO2?: true | undefined;
  /** A time was written as one of accelerators: `4032 GPU hours`. */
  readonly ofAccelerators?: true | undefined;
  /** Where the manifest has it. Set once the whole is parsed. */
  readonly path: string;
  /** The same with a phase's kind and name in place of its number, so that a phase before it changes nothing. */
  readonly identity?: string | undefined;
}

/** Whether a parsed value is a number with its particulars, and not another part of the manifest. */
export function isManifestQuantity(value: unknown): value is ManifestQuantity {
  return typeof value === 'object' && value !== null && 'dimension' in value && 'unit' in value && 'path' in value;
}
