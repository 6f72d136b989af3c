import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured, MeasuredTotals, TimePart } from '../../../src/telemetry/measured.js';
import { measurementOf } from '../../../src/telemetry/measurement-of.js';
import { measurement } from '../../../src/trackers/measurement/measurement.js';
import { faultsOf } from '../trackers/reading.js';

const noon = 1_710_158_400e6;
const minute = 60e6;

/** Devices with a power in each minute; `null` where nothing is covered. */
function measured(powers: readonly (readonly (number | null)[])[]): Measured {
  const length = Math.max(...powers.map((own) => own.length));
  const devices = powers.map((own, n): MeasuredTotals => {
    const covered = own.flatMap((watts) => watts ?? []);
    return {
      name: `gpu ${n}`,
      start: noon + own.findIndex((watts) => watts !== null) * minute,
      end: noon + (own.findLastIndex((watts) => watts !== null) + 1) * minute,
      samples: covered.length + 1,
      joules: covered.reduce((sum, watts) => sum + watts * 60, 0),
      covered: covered.length * minute,
      peak: Math.max(...covered),
      gaps: 0,
    };
  });
  const parts = Array.from({ length }, (_, at): TimePart => {
    const own = powers.flatMap((one) => one[at] ?? []);
    return { start: noon + at * minute, joules: own.reduce((sum, watts) => sum + watts * 60, 0), covered: own.length * minute };
  });
  return { devices, parts, resolution: minute, interval: minute, longestStep: 10 * minute };
}

const fileOf = (powers: Parameters<typeof measured>[0]) =>
  measurementOf(measured(powers), {
    program: '0.1.0',
    source: { format: 'csv', digest: 'a'.repeat(64) },
    method: { integral: 'trapezoid' },
    boundary: 'accelerator',
    rejected: { 'duplicate': 0, 'not-available': 0, 'negative': 0, 'implausible': 0, 'without-time': 0, 'without-device': 0 },
  });

const hour = (watts: number | null): readonly (number | null)[] => Array.from({ length: 60 }, () => watts);

describe('the mean power of all devices', () => {
  it('is that of the time in which any device is covered: 300 W of two GPUs one after the other', () => {
    const { mean, peak, energy } = fileOf([
      [...hour(300), ...hour(null)],
      [...hour(null), ...hour(300)],
    ]);
    expect([energy.value, mean?.value, peak?.value]).toEqual([0.6, 300, 300]);
  });

  it('is the sum of the means where all are covered all the time: 300 W + 200 W', () => {
    expect(fileOf([hour(300), hour(200)]).mean?.value).toBe(500);
  });

  it('leaves out the time in which none is covered', () => {
    expect(fileOf([[...hour(300), ...hour(null), ...hour(100)]]).mean?.value).toBe(200);
  });

  it('is never above the peak, nor above the sum of the means, and the reader agrees', async () => {
    const watts = fc.option(fc.integer({ min: 1, max: 700 }), { freq: 2 });
    const device = fc.array(watts, { minLength: 1, maxLength: 40 }).filter((own) => own.some((one) => one !== null));
    await fc.assert(
      fc.asyncProperty(fc.array(device, { minLength: 1, maxLength: 4 }), async (powers) => {
        const file = fileOf(powers);
        const sum = file.devices.reduce((all, { mean }) => all + (mean?.value ?? 0), 0);
        expect(file.mean?.value).toBeLessThanOrEqual((file.peak?.value ?? 0) * (1 + 1e-9));
        expect(file.mean?.value).toBeLessThanOrEqual(sum * (1 + 1e-9));
        expect(await faultsOf(measurement, JSON.stringify(file))).toEqual([]);
      }),
    );
  });
});
