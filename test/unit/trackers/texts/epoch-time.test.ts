import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utcText } from '../../../../src/trackers/texts/epoch-time.js';
import { localSeconds } from '../../../../src/trackers/texts/local-time.js';

it.each([
  [0, '1970-01-01T00:00:00'],
  [951_782_399, '2000-02-28T23:59:59'],
  [951_782_400, '2000-02-29T00:00:00'],
  [1_699_542_813.9, '2023-11-09T15:13:33'],
  [4_107_542_400, '2100-03-01T00:00:00'],
  [253_402_300_799, '9999-12-31T23:59:59'],
])('%d s are %s', (seconds, text) => {
  expect(utcText(seconds)).toBe(text);
});

it.each([-1, Number.NaN, Infinity, 253_402_300_800, 1.8e19])('%d s are not a time', (seconds) => {
  expect(utcText(seconds)).toBeUndefined();
});

it('differs from another time by as much as their seconds do', () => {
  const zero = localSeconds('1970-01-01T00:00:00') ?? Number.NaN;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
      expect((localSeconds(utcText(seconds) ?? '') ?? Number.NaN) - zero).toBe(seconds);
    }),
  );
});
