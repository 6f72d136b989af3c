import { describe, expect, it } from 'vitest';
import { fleetOf } from '../../../../../src/telemetry/prometheus/devices.js';
import { planOf } from '../../../../../src/telemetry/prometheus/plan.js';
import { noneRejected, noTotals } from '../../../../../src/telemetry/prometheus/samples.js';
import { addEnds } from '../../../../../src/verbs/shared/collected/server-ends.js';
import type { SumsInput, WritableSums } from '../../../../../src/verbs/shared/collected/server-terms.js';

const [first, last] = [1_700_000_000, 1_700_014_400];
const plan = planOf({ first, last, interval: 15, longestStep: 150, samples: 961, series: 1, maxRaw: 0 });
const { from, to } = plan.inner;
const metric = { kind: 'power', scale: 1 } as const;
const fleet = fleetOf([{ gpu: '0' }], metric);

/** What is not used of samples with these values at these times, where all others are of 300 W. */
async function rejectedWith(odd: readonly (readonly [number, number])[]) {
  const values = new Map(odd);
  const times = [...new Set([...Array.from({ length: 961 }, (_, nth) => first + 15 * nth), ...values.keys()])].sort((a, b) => a - b);
  const at: SumsInput['asker']['at'] = async (expression, end) => {
    const begin = end - Number(/\[(\d+)ms\]$/.exec(expression)?.[1]) / 1000;
    const points = times.filter((time) => time > begin && time <= end).map((time) => [time, values.get(time) ?? 300] as const);
    return { series: [{ labels: { gpu: '0' }, points }] };
  };
  const sums: WritableSums = {
    devices: new Map(fleet.devices.map(({ key }) => [key, noTotals()])),
    windows: new Map(),
    rejected: noneRejected(),
  };
  const terms = { series: 'm', kind: 'power', grid: plan.grid, longest: plan.longest } as const;
  await addEnds({ asker: { at } as SumsInput['asker'], fleet, plan, terms, highest: 3000, first, last }, sums);
  return sums.rejected;
}

describe('the ends of a time', () => {
  it('are beside a time that the server sums', () => {
    expect(plan.chunks.length).toBeGreaterThan(0);
    expect(from).toBeGreaterThan(first);
    expect(to).toBeLessThan(last);
  });

  it('count samples that are not used, by reason', async () => {
    const odd = [
      [first + 15, Number.NaN],
      [from, -1],
      [to + 1, -2],
      [last, 4000],
      [last - 15, Number.POSITIVE_INFINITY],
    ] as const;
    expect(await rejectedWith(odd)).toEqual({ notAvailable: 1, negative: 2, implausible: 2 });
  });

  it('leave to the server what it counts', async () => {
    const odd = [
      [from + 1, -1],
      [from + plan.longest, Number.NaN],
      [to - plan.longest, 4000],
      [to, -1],
    ] as const;
    expect(await rejectedWith(odd)).toEqual(noneRejected());
  });
});
