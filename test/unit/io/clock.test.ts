import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { reportDate, secondsSince } from '../../../src/io/clock.js';

const at = (epoch: string | undefined): string | undefined => reportDate(undefined, { SOURCE_DATE_EPOCH: epoch });

describe("a report's date", () => {
  it("is the manifest's before all", () => {
    expect(reportDate('2026-03-01', { SOURCE_DATE_EPOCH: 'nonsense' })).toBe('2026-03-01');
  });
  it('is absent where nobody gives one', () => {
    expect(reportDate(undefined, {})).toBeUndefined();
    expect(at('')).toBeUndefined();
  });
  it('is a day in UTC, wherever the machine is', () => {
    expect(at('0')).toBe('1970-01-01');
    expect(at('86399')).toBe('1970-01-01');
    expect(at('86400')).toBe('1970-01-02');
    expect(at('253402300799')).toBe('9999-12-31');
  });
  it.each(['today', '-1', '1.5', ' 1', '1e9', '253402300800', '9'.repeat(400)])('refuses %s', (epoch) => {
    expect(() => at(epoch)).toThrow(InputError);
  });
});

describe('seconds since an instant', () => {
  it('are negative where it is yet to come', () => {
    expect(secondsSince(0)).toBeGreaterThan(1.7e9);
    expect(secondsSince(99_999_999_999)).toBeLessThan(0);
  });
});
