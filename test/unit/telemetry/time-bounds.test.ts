import { describe, expect, it } from 'vitest';
import { withoutStrays } from '../../../src/telemetry/time-bounds.js';

const day = 86_400e6;
const of = (at: number, samples: number) => ({ first: at * day, last: at * day + 5, samples });

describe('the time of a run', () => {
  it('is without one sample of 1970 and one of 2106', () => {
    expect(withoutStrays([of(0, 1), of(20_000, 900), of(20_001, 900), of(49_710, 1)])).toEqual({
      first: 20_000 * day,
      last: 20_001 * day + 5,
    });
  });

  it('keeps what is far away and as large as a run', () => {
    expect(withoutStrays([of(19_000, 500), of(20_000, 900)])).toEqual({ first: 19_000 * day, last: 20_000 * day + 5 });
  });

  it('keeps a sample that is less than a year from others', () => {
    expect(withoutStrays([of(19_640, 1), of(20_000, 900)])).toEqual({ first: 19_640 * day, last: 20_000 * day + 5 });
  });
});
