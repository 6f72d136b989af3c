import type { Fleet } from '../../../telemetry/prometheus/devices.js';
import type { Terms } from '../../../telemetry/prometheus/expressions.js';
import type { Plan } from '../../../telemetry/prometheus/plan.js';
import type { DeviceTotals, Rejected } from '../../../telemetry/prometheus/samples.js';
import type { Asker } from './ask.js';

/** What all queries come to, in the unit of the metric times seconds. */
export interface Sums {
  readonly devices: ReadonlyMap<string, DeviceTotals>;
  /** By the beginning of the window. */
  readonly windows: ReadonlyMap<number, WindowSum>;
  readonly rejected: Readonly<Rejected>;
}

export interface WindowSum {
  energy: number;
  covered: number;
  /** The highest mean power of a part; absent where no part has one. */
  peak: number | undefined;
}

export interface SumsInput {
  readonly asker: Asker;
  readonly fleet: Fleet;
  readonly plan: Plan;
  readonly terms: Terms;
  /** Values at or above it are no samples. */
  readonly highest: number;
  readonly first: number;
  readonly last: number;
  /** Told after each query of a chunk: seconds of the time that are done. */
  readonly onDone?: ((seconds: number, all: number) => void) | undefined;
}

/** Sums while they are added up. */
export interface WritableSums {
  readonly devices: Map<string, DeviceTotals>;
  readonly windows: Map<number, WindowSum>;
  readonly rejected: Rejected;
}

export function keepHighest(totals: DeviceTotals, value: number): void {
  totals.peak = Math.max(totals.peak ?? 0, value);
}

/** The window that a time is in. */
export function windowAt(windows: Map<number, WindowSum>, time: number, length: number): WindowSum {
  const start = Math.floor(time / length) * length;
  const sum = windows.get(start) ?? { energy: 0, covered: 0, peak: undefined };
  windows.set(start, sum);
  return sum;
}
