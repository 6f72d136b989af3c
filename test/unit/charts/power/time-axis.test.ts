import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks } from '../../../../src/charts/power/time-axis.js';
import { secondsOf } from '../../../../src/units/instant.js';

const ticks = (start: string, end: string, most: number): readonly string[] =>
  timeTicks({ start: secondsOf(start), end: secondsOf(end) }, most).map(({ label }) => label);

describe('ticks of an axis of time', () => {
  it.each([
    ['2024-03-11T09:20:00Z', '2024-03-11T09:24:00Z', ['09:20', '09:21', '09:22', '09:23', '09:24']],
    ['2024-03-11T09:20:00Z', '2024-03-11T13:00:00Z', ['09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30', '13:00']],
    ['2024-03-11T09:20:00Z', '2024-03-14T21:20:00Z', ['12:00', '12 Mar', '12:00', '13 Mar', '12:00', '14 Mar', '12:00']],
    ['2024-02-26T00:00:00Z', '2024-04-08T00:00:00Z', ['26 Feb', '4 Mar', '11 Mar', '18 Mar', '25 Mar', '1 Apr', '8 Apr']],
    ['2022-03-11T00:00:00Z', '2022-07-06T00:00:00Z', ['21 Mar', '4 Apr', '18 Apr', '2 May', '16 May', '30 May', '13 Jun', '27 Jun']],
    ['2023-09-15T00:00:00Z', '2024-05-15T00:00:00Z', ['Oct', 'Nov', 'Dec', '2024', 'Feb', 'Mar', 'Apr', 'May']],
    ['2020-06-01T00:00:00Z', '2024-06-01T00:00:00Z', ['Jul', '2021', 'Jul', '2022', 'Jul', '2023', 'Jul', '2024']],
  ])('%s to %s', (start, end, labels) => {
    expect(ticks(start, end, 9)).toEqual(labels);
  });

  it('lie in the time, in order, and are few, whatever the time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e9 }),
        fc.integer({ min: 60, max: 4e8 }),
        fc.integer({ min: 3, max: 12 }),
        (start, length, most) => {
          const found = timeTicks({ start, end: start + length }, most);
          expect(found.length).toBeLessThanOrEqual(most);
          expect(found.every(({ at }, n) => at >= start && at <= start + length && (n === 0 || at > (found[n - 1]?.at ?? 0)))).toBe(true);
        },
      ),
    );
  });
});
