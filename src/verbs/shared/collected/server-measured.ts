import type { Measured, MeasuredTotals } from '../../../telemetry/measured.js';
import type { Fleet } from '../../../telemetry/prometheus/devices.js';
import type { Metric } from '../../../telemetry/prometheus/metrics.js';
import type { Plan } from '../../../telemetry/prometheus/plan.js';
import type { Sums } from './server-terms.js';

interface Asked {
  readonly fleet: Fleet;
  readonly plan: Plan;
  readonly metric: Metric;
  readonly isIdleTold: boolean;
  /** Seconds, of devices with several gaps. */
  readonly longestGaps: ReadonlyMap<string, number>;
}

const microseconds = (seconds: number): number => Math.round(seconds * 1e6);

/** What the sums of a server amount to, in joules and microseconds. A device without a covered time is left out. */
export function measuredOf(sums: Sums, { fleet, plan, metric, isIdleTold, longestGaps }: Asked): Measured {
  const { scale } = metric;
  const devices = fleet.devices.flatMap(({ key, name, model }): readonly MeasuredTotals[] => {
    const totals = sums.devices.get(key);
    if (totals?.first === undefined || totals.last === undefined || totals.covered <= 0) return [];
    const { first, last, peak } = totals;
    const covered = Math.min(totals.covered, last - first);
    const gaps = Math.max(0, totals.starts - 1);
    return [
      {
        name,
        model,
        start: microseconds(first),
        end: microseconds(last),
        samples: Math.round(totals.samples),
        joules: totals.joules * scale,
        covered: microseconds(covered),
        peak: metric.kind === 'power' && peak !== undefined ? peak * scale : undefined,
        gaps,
        longestGap: longestGapOf(gaps, last - first - covered, longestGaps.get(key)),
        idle: isIdleTold
          ? {
              joules: Math.min(totals.idleJoules, totals.joules) * scale,
              covered: microseconds(Math.min(totals.idleCovered, covered)),
            }
          : undefined,
        resets: metric.kind === 'energy' ? totals.resets : undefined,
      },
    ];
  });
  const windows = [...sums.windows].sort(([a], [b]) => a - b);
  return {
    devices,
    parts: windows.map(([start, { energy, covered, peak }]) => ({
      start: microseconds(start),
      joules: energy * scale,
      covered: microseconds(covered),
      peak: peak === undefined ? undefined : peak * scale,
    })),
    resolution: microseconds(plan.window),
    peakResolution: microseconds(plan.part),
    interval: microseconds(plan.interval),
    longestStep: microseconds(plan.longest),
  };
}

/** One gap is all of the time that is not covered; of several, the longest is shorter. */
function longestGapOf(gaps: number, uncovered: number, longest: number | undefined): number | undefined {
  if (gaps === 1) return microseconds(uncovered);
  return longest === undefined ? undefined : microseconds(Math.min(longest, uncovered));
}
