import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../../src/units/calendar.js';

describe('dayAfter', () => {
  it.each([
    ['2024-02-28', 2.7, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2022-07-12', 0.99, '2022-07-12'],
    ['2022-07-12', 36500, '2122-06-18'],
  ])('%s and %s days is %s', (day, days, expected) => {
    expect(dayAfter(day, days)).toBe(expected);
  });

  it('goes on from where it came to, and repeats after 400 years of 146,097 days', () => {
    const days = fc.integer({ min: 0, max: 80_000 });
    fc.assert(
      fc.property(days, days, (one, two) => {
        const first = dayAfter('1970-01-01', one);
        expect(dayAfter(first, two)).toBe(dayAfter('1970-01-01', one + two));
        expect(dayAfter(first, 146_097)).toBe(`${Number(first.slice(0, 4)) + 400}${first.slice(4)}`);
      }),
    );
  });
});
