import { describe, expect, it } from 'vitest';
import {
  atMost,
  counted,
  durationText,
  exact,
  formatted,
  grouped,
  percent,
  percentExactly,
  plain,
  significant,
} from '../../../src/units/format.js';

it.each([
  [1, '1 hour'],
  [0.5, '0.5 hours'],
  [36, '36 hours'],
  [432, '18 days'],
  [17_519, '2 years'],
  [17_496, '729 days'],
  [17_520, '2 years'],
  [47_304, '5.4 years'],
])('%d h is %s', (hours, text) => expect(durationText(hours)).toBe(text));

it('counts one thing in the singular', () => {
  expect([counted('1', 'request'), counted('0', 'request'), counted('230,768', 'request')]).toEqual([
    '1 request',
    '0 requests',
    '230,768 requests',
  ]);
});

describe('format', () => {
  it.each([
    [{ value: 50_532.45, unit: 'kgCO2e' }, '50.5 t CO₂e'],
    [{ value: 360.116, unit: 'kgCO2e' }, '360 kg CO₂e'],
    [{ value: 0.0015605, unit: 'kgCO2e' }, '1.56 g CO₂e'],
    [{ value: 999.7, unit: 'kgCO2e' }, '1.00 t CO₂e'],
    [{ value: 433_196, unit: 'kWh' }, '433 MWh'],
    [{ value: 0, unit: 'kWh' }, '0 kWh'],
    [{ value: 2.4e-7, unit: 'kWh' }, '0.000240 Wh'],
    [{ value: 5e-13, unit: 'kgCO2e' }, '0.000500 µg CO₂e'],
  ])('%o is %s', (quantity, text) => {
    expect(plain(formatted(quantity).text)).toBe(text);
  });

  it('rounds to what the interval allows', () => {
    expect(formatted({ value: 50_532, unit: 'kgCO2e', low: 43_642, high: 57_608 })).toMatchObject({
      number: '50.5',
      interval: '43.6–57.6',
    });
    expect(formatted({ value: 262.4, unit: 'kgCO2e', low: 195.3, high: 341.4 })).toMatchObject({ number: '260', interval: '200–340' });
    expect(formatted({ value: 50_532, unit: 'kgCO2e', low: 38_123, high: 71_456 })).toMatchObject({ number: '51', interval: '38–71' });
    expect(formatted({ value: 50_532, unit: 'kgCO2e', low: 50_400, high: 50_700 })).toMatchObject({
      number: '50.5',
      interval: '50.4–50.7',
    });
  });

  it('takes the place of the last digit from the ends, where the value is nothing', () => {
    expect(formatted({ value: 0, unit: 'kgCO2e', low: 0, high: 2.46645765 })).toMatchObject({ number: '0', interval: '0.0–2.5' });
    expect(formatted({ value: 0, unit: 'kWh', low: 0, high: 31_234 })).toMatchObject({ number: '0', unit: 'MWh', interval: '0–31' });
  });

  it('never writes an exponent', () => {
    for (const value of [1e-12, 1e21, 123456789012345, 0.1 + 0.2])
      for (const text of [exact(value), significant(value, 3), grouped(value, 2), atMost(value, 3)]) expect(text).not.toMatch(/e/i);
  });

  it('groups digits, keeps a true minus, and no minus on nothing', () => {
    expect(grouped(-1234567.891, 1)).toBe('−1,234,567.9');
    expect(grouped(-0.001, 1)).toBe('0.0');
  });

  it('writes shares of results in whole per cents, the small ones as such, and given ones with their digits', () => {
    expect(plain(percent(0.48864))).toBe('49 %');
    expect(plain(percent(0.0001))).toBe('<1 %');
    expect(plain(percent(0))).toBe('0 %');
    expect(plain(percentExactly(0.375))).toBe('37.5 %');
    expect(plain(percentExactly(0.6))).toBe('60 %');
  });
});

it.each([
  [362.88, 0, 800, '360', '0–800'],
  [43.459, 12, 90, '43', '12–90'],
  [7_948_874, 3_394_000, 15_858_000, '7.9', '3.4–15.9'],
  [100, 81, 119, '100', '81–119'],
  [100, 79, 121, '100', '80–120'],
  [97, 3, 310, '97', '3–310'],
])('%d from %d to %d has two digits where half of its width is over a fifth of it, else three', (value, low, high, number, interval) => {
  expect(formatted({ value, unit: 'kgCO2e', low, high })).toMatchObject({ number, interval });
});
