import { deviceOf, type NamedDevice } from './devices.js';
import type { SampleKind } from './integral-sql.js';

/** A database with a table `samples` of `k`, `t`, `w` and `odd`. */
export interface Database {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface IntegrateOptions {
  readonly kind: SampleKind;
  /** A step is a gap where it is longer than the usual one by this factor. */
  readonly gap: number;
  /** W below which devices of these models are idle; nothing where it is unknown. */
  readonly idleBelow: (models: readonly string[]) => number | undefined;
  /** The highest power (W) of a sample of a device of a model. */
  readonly highest: (model: string | undefined) => number;
  /** What a device is called. */
  readonly word: string;
}

/** A device, and how many samples it has. */
export interface SeenDevice extends NamedDevice {
  /** Nothing where its cells are empty. */
  readonly key: string | null;
  readonly samples: number;
}

export const number = (value: unknown): number => (value === null || value === undefined ? 0 : Number(value));

export function seenDevice(row: Readonly<Record<string, unknown>>): SeenDevice {
  const key = typeof row['k'] === 'string' ? row['k'] : null;
  return { ...deviceOf(key), key, samples: number(row['samples']) };
}
