import { describe, expect, it } from 'vitest';
import { loadText, rangeText } from '../../../src/units/load.js';
import { spanText } from '../../../src/units/span.js';

const days = (value: number, low?: number, high?: number) => ({ value, unit: 'days' as const, low, high });

describe('spanText', () => {
  it.each([
    [days(13, 5, 28), '13 days', '5–28 days'],
    [days(0.4), '9.60 hours', undefined],
    [days(0.01, 0.005, 0.02), 'less than 1 hour', undefined],
    [days(1234.2, 725, 1298), '3.4 years', '2.0–3.6 years'],
    [days(9125, 7300, 50_000), '25 years', '20 to more than 100 years'],
    [days(73_000, 73, 730_000), 'more than 100 years', '73.0 days to more than 100 years'],
    [days(73_000), 'more than 100 years', undefined],
    [days(73_000, 50_000, 90_000), 'more than 100 years', undefined],
    [days(400, 200, 50_000), '400 days', '200 days to more than 100 years'],
  ])('%o', (q, text, interval) => {
    expect(spanText(q)).toEqual(interval === undefined ? { text } : { text, interval });
  });
});

describe('loadText', () => {
  it.each([
    [{ requests: { value: 1e9, unit: 'requests/year' } }, '1 billion requests a year'],
    [
      { tokens: { value: 2e12, unit: 'tokens/year', low: 1e12, high: 4e12 }, which: 'output' },
      '2 trillion output tokens a year (1.00–4.00 trillion)',
    ],
    [{ requests: { value: 1, unit: 'requests/year' } }, '1 request a year'],
    [{}, undefined],
  ])('%o', (load, text) => {
    expect(loadText(load)).toBe(text);
  });

  it('has a word of both ends once', () => {
    expect(rangeText(9.8e6, 16.4e6)).toBe('9.80–16.4 million');
    expect(rangeText(800_000, 2e6)).toBe('800,000 to 2.00 million');
    expect(rangeText(100, 200)).toBe('100–200');
  });
});
