/** Units that values have inside the program, one per dimension. Other units exist at the edges only (`parse`, `format`). */
export const canonicalUnit = {
  energy: 'kWh',
  power: 'W',
  time: 'h',
  emissions: 'kgCO2e',
  intensity: 'gCO2e/kWh',
  water: 'L',
  'water intensity': 'L/kWh',
  ratio: '1',
  parameters: 'parameters',
  requests: 'requests',
  tokens: 'tokens',
  'request rate': 'requests/year',
  'token rate': 'tokens/year',
  accelerators: 'accelerators',
  memory: 'GB',
  compute: 'FLOP',
  'compute rate': 'FLOP/s',
} as const;

export type Dimension = keyof typeof canonicalUnit;
export type Unit = (typeof canonicalUnit)[Dimension];

/** A value with its unit. `low` and `high` (5 % and 95 % points) are present only where an interval was assessed. */
export interface Quantity<U extends string = string> {
  /** The value. */
  readonly value: number;
  /** Its unit. */
  readonly unit: U;
  /** Its 5 % point, in the same unit. */
  readonly low?: number | undefined;
  /** Its 95 % point, in the same unit. */
  readonly high?: number | undefined;
}

/** A quantity, with the interval only where there is one: an unknown interval is absent, never low = value = high. */
export function quantity<U extends string>(value: number, unit: U, interval?: Interval): Quantity<U> {
  return interval === undefined ? { value, unit } : { value, unit, low: interval.low, high: interval.high };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An interval times a factor above 0. */
export function scaledInterval(interval: Interval | undefined, factor: number): Interval | undefined {
  return interval && { low: interval.low * factor, high: interval.high * factor };
}

/** The interval of a quantity, or nothing where none was assessed. */
export function intervalOf(q: Quantity): Interval | undefined {
  return q.low === undefined || q.high === undefined ? undefined : { low: q.low, high: q.high };
}
