import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText, givenCount, givenRequests, requestsText } from '../../../src/units/count.js';

describe('a count', () => {
  it.each([
    [1e6, '1 million'],
    [11_200_000, '11.2 million'],
    [11_740_000, '11.74 million'],
    [1_234_567, '1,234,567'],
    [230_768, '230,768'],
    [1e12, '1 trillion'],
    [999_999_999, '999,999,999'],
    [250.25, '250'],
    [1e13 / 3, '3.33 trillion'],
  ])('that was given, %s, is as exact as it was: %s', (count, text) => {
    expect(givenCount(count)).toBe(text);
  });

  it('that was calculated has three digits: 25.2 million', () => {
    expect([25_212_000, 999_960, 1_000_000, 12_345].map(countText)).toEqual(['25.2 million', '1.00 million', '1.00 million', '12,345']);
    expect([requestsText(1), givenRequests(1), givenRequests(4e6)]).toEqual(['1 request', '1 request', '4 million requests']);
  });

  it('that was given gains no digit and loses none: what is printed is the number', () => {
    const sizes: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 1, max: 1e15 - 1 }),
          fc.integer({ min: 1, max: 9999 }).map((n) => n * 1e6),
        ),
        (count) => {
          const [number = '', word] = givenCount(count).split(' ');
          expect(number).not.toMatch(/\.\d*0$/);
          expect(Math.round(Number(number.replaceAll(',', '')) * (sizes[word ?? ''] ?? 1))).toBe(count);
        },
      ),
    );
  });
});
