import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powerRecordOf } from '../../../src/runs/power-record.js';
import type { RunPower } from '../../../src/trackers/record.js';

const start = 1_710_147_600;

/** A recording of equal steps; `null` where nothing was recorded. */
function recording(
  mean: readonly (number | null)[],
  more: Partial<RunPower> & { readonly at?: number; readonly length?: number } = {},
): RunPower {
  const { at = start, length = 60, ...rest } = more;
  const covered = (mean.filter((watts) => watts !== null).length * length) / 3600;
  return {
    start: at,
    end: at + mean.length * length,
    devices: 1,
    covered,
    recorded: covered,
    uncovered: 0,
    hourly: new Map(),
    steps: { start: at, length, mean, peak: mean.map((watts) => (watts === null ? null : watts + 10)) },
    ...rest,
  };
}

describe('power over the time of a phase', () => {
  it('has the steps of one recording as they are, where they are few', () => {
    const record = powerRecordOf([recording([100, null, 300])], 'accelerator');
    expect(record?.series).toEqual({
      start: '2024-03-11T09:00:00Z',
      step: { value: 60, unit: 's' },
      unit: 'W',
      mean: [100, null, 300],
      peak: [110, null, 310],
    });
    expect(record?.coverage).toBeCloseTo(2 / 3, 12);
  });

  it('joins steps so that there are 200 at most, and every peak survives', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 9999 }), { freq: 4 }), { minLength: 1, maxLength: 500 }), (mean) => {
        fc.pre(mean.some((watts) => watts !== null));
        const series = powerRecordOf([recording(mean)], 'accelerator')?.series;
        expect(series?.mean.length).toBeLessThanOrEqual(200);
        const highest = (values: readonly (number | null)[]): number => Math.max(...values.map((watts) => watts ?? 0));
        expect(highest(series?.peak ?? [])).toBeCloseTo(Number((highest(mean) + 10).toPrecision(4)), 6);
        // A step is empty where all that it was joined from is.
        const times = Math.ceil(mean.length / 200);
        const empty = (n: number): boolean => mean.slice(n * times, (n + 1) * times).every((watts) => watts === null);
        expect(series?.mean.map((watts) => watts === null)).toEqual(series?.mean.map((_, n) => empty(n)));
      }),
      { numRuns: 60 },
    );
  });

  it('adds recordings of the same time: 100 W + 300 W of two nodes', () => {
    const record = powerRecordOf([recording([100, 100]), recording([300, 300])], 'node');
    expect(record?.series.mean).toEqual([400, 400]);
    expect(record).toMatchObject({ devices: 2, peak: undefined });
  });

  it('does not add recordings one after the other, also where they meet in one step', () => {
    const record = powerRecordOf([recording([200, 200]), recording([200, 200], { at: start + 150 })], 'accelerator');
    expect(record?.devices).toBe(1);
    expect(record?.series.mean.filter((watts) => watts !== null && watts !== 200)).toEqual([]);
  });

  const hourlyOf = (kWh: number) => new Map([[Math.floor(start / 3600), kWh]]);

  it('has the mean of the time in which any device was recorded', () => {
    // Two devices with 300 W for an hour each, one after the other, in one recording: 0.6 kWh in 2 h.
    const alternating = recording([300, 300], { length: 3600, devices: 2, covered: 2, recorded: 2, hourly: hourlyOf(0.6), peak: 300 });
    expect(powerRecordOf([alternating], 'accelerator')?.mean.value).toBeCloseTo(300, 9);
    // The same in two recordings.
    const [one, other] = [0, 1].map((n) => recording([300], { at: start + n * 3600, length: 3600, hourly: hourlyOf(0.3), peak: 300 }));
    expect(
      powerRecordOf(
        [one, other].flatMap((own) => own ?? []),
        'accelerator',
      ),
    ).toMatchObject({
      mean: { value: expect.closeTo(300, 9) as number },
      peak: { value: 300 },
    });
  });

  it('adds the means of recordings at the same time, as far as they are: 2 h of 100 W and 1 h of 300 W in it', () => {
    const [long, short] = [
      recording([100, 100], { length: 3600, hourly: hourlyOf(0.2) }),
      recording([300], { length: 3600, hourly: hourlyOf(0.3) }),
    ];
    expect(powerRecordOf([long, short], 'node')?.mean.value).toBeCloseTo(250, 9);
  });

  it('adds the energies of the same hour', () => {
    const hour = Math.floor(start / 3600);
    const one = recording([100], { hourly: new Map([[hour, 1]]) });
    const other = recording([100], {
      at: start + 60,
      hourly: new Map([
        [hour, 2],
        [hour + 1, 4],
      ]),
    });
    expect([...(powerRecordOf([other, one], 'node')?.hourly ?? [])]).toEqual([
      [hour, 3],
      [hour + 1, 4],
    ]);
  });

  it('is nothing where no run has it', () => {
    expect(powerRecordOf([], 'node')).toBeUndefined();
  });
});
