import { daysSql } from './integral-sql.js';
import { type Database, number } from './seen-devices.js';

/** From when to when a run was sampled (µs since 1970). */
export interface TimeBounds {
  readonly first: number;
  readonly last: number;
}

const day = 86_400e6;

/** Days between two samples that no run has without one. */
const maxSilence = 366;

/** Samples that are far from all others, and still few: this many, or this share of all. */
const few = { samples: 3, share: 1e-4 } as const;

interface Cluster extends TimeBounds {
  readonly samples: number;
}

/**
 * The time of the run without a few samples that are more than a year from all others: a clock that was not yet set says 1970, and one
 * that ran over says 2038 or 2106. What is as large as a run is one.
 *
 * @returns The range that it was given, where all of it is the run.
 */
export async function runTime(database: Database, range: TimeBounds): Promise<TimeBounds> {
  if (range.last - range.first <= maxSilence * day) return range;
  const days = (await database.rows(daysSql)).map((row) => ({
    first: number(row['first']),
    last: number(row['last']),
    samples: number(row['n']),
  }));
  return withoutStrays(days);
}

/** @param days In order of time. */
export function withoutStrays(days: readonly Cluster[]): TimeBounds {
  const clusters: Cluster[] = [];
  for (const one of days) {
    const last = clusters.at(-1);
    if (last !== undefined && one.first - last.last <= maxSilence * day)
      clusters[clusters.length - 1] = { ...last, last: one.last, samples: last.samples + one.samples };
    else clusters.push(one);
  }
  const all = days.reduce((sum, { samples }) => sum + samples, 0);
  const largest = Math.max(...clusters.map(({ samples }) => samples));
  const kept = clusters.filter(({ samples }) => samples === largest || samples > Math.max(few.samples, few.share * all));
  return { first: kept[0]?.first ?? 0, last: kept.at(-1)?.last ?? 0 };
}
