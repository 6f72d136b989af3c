/** Seconds since 1970: 2024-03-04T00:00:07Z, a Monday. */
export const begin = 1_709_510_407;
export const day = 86_400;

/** One device of a made-up fleet, and the samples that it has. */
export interface MadeDevice {
  readonly node: string;
  readonly gpu: number;
  /** Milliseconds by which its scrapes are later than those of others. */
  readonly phase: number;
  /** Whether the nth scrape was lost. */
  readonly isLost: (nth: number) => boolean;
}

/** Power in W, piecewise linear: up from 90 W in an hour, down in the next, with a step of 100 W each day. */
export function powerAt(seconds: number, gpu: number): number {
  const inTwoHours = seconds % 7200;
  const slope = inTwoHours < 3600 ? inTwoHours : 7200 - inTwoHours;
  return 90 + gpu + slope / 20 + 100 * (Math.floor(seconds / day) % 2);
}

/** Samples of a device as `[seconds since 1970, W]`. */
export function samplesOf({ gpu, phase, isLost }: MadeDevice, days: number, interval: number): readonly (readonly [number, number])[] {
  return Array.from({ length: (days * day) / interval }, (_, nth) => nth)
    .filter((nth) => !isLost(nth))
    .map((nth) => {
      // Some scrapes are a few milliseconds late.
      const since = nth * interval + phase / 1000 + ((nth * 7919) % 13 === 0 ? 0.004 : 0);
      return [Math.round((begin + since) * 1000) / 1000, powerAt(since, gpu)];
    });
}

/** kWh and hours of samples, in all and in steps below a power, by the trapezoid rule over steps that are no gap. */
export function trapezoid(
  samples: readonly (readonly [number, number])[],
  longest: number,
  idleBelow = 0,
): {
  readonly kWh: number;
  readonly hours: number;
  readonly gaps: number;
  readonly longestGap: number;
  readonly idle: { readonly kWh: number; readonly hours: number };
} {
  let [joules, covered, gaps, longestGap, idleJoules, idleTime] = [0, 0, 0, 0, 0, 0];
  for (const [nth, [time, power]] of samples.entries()) {
    const before = samples[nth - 1];
    if (before === undefined) continue;
    if (time - before[0] > longest) {
      gaps += 1;
      longestGap = Math.max(longestGap, time - before[0]);
    } else {
      joules += ((power + before[1]) / 2) * (time - before[0]);
      covered += time - before[0];
      if ((power + before[1]) / 2 < idleBelow) {
        idleJoules += ((power + before[1]) / 2) * (time - before[0]);
        idleTime += time - before[0];
      }
    }
  }
  const idle = { kWh: idleJoules / 3.6e6, hours: idleTime / 3600 };
  return { kWh: joules / 3.6e6, hours: covered / 3600, gaps, longestGap: longestGap / 3600, idle };
}

/** The joules of a counter after each sample, which begins again at 0 where the device restarts. */
export function counterOf(
  samples: readonly (readonly [number, number])[],
  restarts: readonly number[],
): { readonly values: readonly (readonly [number, number])[]; readonly joules: number } {
  let [value, joules] = [5000, 0];
  const values = samples.map(([time, power], nth): readonly [number, number] => {
    const before = samples[nth - 1];
    const grown = before === undefined ? 0 : ((power + before[1]) / 2) * (time - before[0]);
    value = restarts.includes(nth) ? grown : value + grown;
    joules += grown;
    return [time, value];
  });
  return { values, joules };
}

export function openMetrics(
  families: readonly { readonly name: string; readonly type: 'gauge' | 'counter'; readonly lines: readonly string[] }[],
): string {
  return `${families.map(({ name, type, lines }) => [`# TYPE ${name} ${type}`, ...lines].join('\n')).join('\n')}\n# EOF\n`;
}
