import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, sharesOf } from '../../../src/units/column.js';
import { formatted, plain } from '../../../src/units/format.js';
import { type Quantity, quantity } from '../../../src/units/quantity.js';

const kg = (value: number, low?: number, high?: number): Quantity =>
  quantity(value, 'kgCO2e', low === undefined || high === undefined ? undefined : { low, high });
const numbers = (parts: readonly Quantity[], total: Quantity): readonly (string | undefined)[] => {
  const column = columnOf(parts, total);
  return [...column.parts.map((cell) => cell?.number), column.total?.number, column.unit];
};

describe('a column', () => {
  it('has the unit of its total: 5,600 L and 700 L of 6,300 L are 5.60 and 0.70 kL', () => {
    expect(numbers([quantity(5600, 'L'), quantity(700, 'L')], quantity(6300, 'L'))).toEqual(['5.60', '0.70', '6.30', 'kL']);
  });

  it('has the digits that the interval of its total allows, and numbers that add up', () => {
    const parts = [kg(53.9), kg(144.9), kg(72.4), kg(28.2)];
    expect(numbers(parts, kg(299.4, 170, 450))).toEqual(['50', '150', '70', '30', '300', 'kg CO₂e']);
    expect(numbers(parts, kg(299.4))).toEqual(['54', '145', '72', '28', '299', 'kg CO₂e']);
  });

  it('keeps the nearest number, but for the part that changes least: 24.3 stays 20 where 44.5 becomes 50', () => {
    const parts = [kg(279.5), kg(139.3), kg(44.5), kg(24.3)];
    expect(numbers(parts, kg(487.6, 330, 690))).toEqual(['280', '140', '50', '20', '490', 'kg CO₂e']);
  });

  it('rounds up the largest remainder where that is little: 433.2, 180.498 and 76.15 of 689.8 are 433, 181 and 76 of 690', () => {
    const parts = [433_196, 180_498, 76_147].map((value) => quantity(value, 'kWh'));
    expect(numbers(parts, quantity(689_841, 'kWh'))).toEqual(['433', '181', '76', '690', 'MWh']);
  });

  it('says of a part that its digits cannot show that it is less', () => {
    expect(numbers([kg(24_000), kg(20)], kg(24_020))).toEqual(['24.0', '<0.1', '24.0', 't CO₂e']);
    expect(numbers([kg(299), kg(1)], kg(300, 100, 500))).toEqual(['300', '<10', '300', 'kg CO₂e']);
  });

  it('leaves a part that has no such quantity open, and shows intervals to the same place', () => {
    const { parts, total } = columnOf([undefined, kg(100, 61.2, 139)], kg(100, 61.2, 139));
    expect(parts).toEqual([undefined, { number: '100', interval: '60–140' }]);
    expect(total).toEqual({ number: '100', interval: '60–140' });
  });

  it('shows the ends of an interval with two digits where its own would make them equal, or the low one 0', () => {
    const interval = (value: number, low: number, high: number, total = 300): string | undefined =>
      columnOf([kg(value, low, high)], kg(total, total / 2, total * 2)).parts[0]?.interval;
    // In steps of 10, 8.2 to 13.1 would be 10–10.
    expect(interval(10, 8.2, 13.1)).toBe('8–13');
    expect(interval(1, 0.82, 1.31)).toBe('0.8–1.3');
    expect(interval(4, 3, 80)).toBe('3–80');
    expect(interval(0.1, 0.034, 0.091)).toBe('0.034–0.091');
    expect(interval(10, 10.21, 10.24)).toBe('10.21–10.24');
    expect(interval(0.5, 0.0043, 12)).toBe('0.0043–12');
    expect(interval(0, 0, 4)).toBe('0.0–4.0');
    expect(interval(10, 10, 10)).toBe('10–10');
    // What the column can show stays as it is.
    expect(interval(100, 61.2, 139)).toBe('60–140');
  });

  it('says that a part is less where its number, rounded up for the sum, would be above its interval', () => {
    const parts = [kg(470, 300, 700), kg(8, 6, 10), kg(6, 4, 9), kg(6, 4, 9)];
    const { parts: cells } = columnOf(parts, kg(490, 330, 690));
    expect(cells).toEqual([
      { number: '470', interval: '300–700' },
      { number: '10', interval: '6–10' },
      { number: '<10', interval: '4.0–9.0' },
      { number: '<10', interval: '4.0–9.0' },
    ]);
  });

  it('never shows an interval without width, nor a low end of nothing', () => {
    const positive = fc.double({ min: 1e-6, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(positive, fc.double({ min: 1.001, max: 1000, noNaN: true }), positive, (low, times, total) => {
        const text = columnOf([kg(low, low, low * times)], kg(total)).parts[0]?.interval ?? '';
        const [from, to] = text.split('–').map((end) => Number(end.replaceAll(',', '')));
        expect(from).toBeGreaterThan(0);
        expect(to).toBeGreaterThan(from ?? Infinity);
      }),
    );
  });

  it('takes unit and digits of its largest part where it has no total', () => {
    expect(columnOf([quantity(0.24, 'kWh'), quantity(1200, 'kWh')])).toMatchObject({
      unit: 'MWh',
      parts: [{ number: '<0.01' }, { number: '1.20' }],
    });
  });

  it('never goes below Wh', () => {
    expect(numbers([quantity(2e-7, 'kWh')], quantity(2e-7, 'kWh'))).toEqual(['0.000200', '0.000200', 'Wh']);
  });

  it('has a total as it is printed elsewhere, and parts that add up to it, each less than one unit of the last place off', () => {
    const value = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.double({ min: 0.01, max: 0.9, noNaN: true }), (values, half) => {
        const sum = values.reduce((all, one) => all + one, 0);
        const total = kg(sum, sum * (1 - half), sum * (1 + half));
        const {
          parts,
          total: printed,
          unit,
        } = columnOf(
          values.map((one) => kg(one)),
          total,
        );
        expect(`${printed?.number} ${unit}`).toBe(plain(formatted(total).text));
        const texts = parts.map((part) => part?.number ?? '');
        const shown = texts.map((text) => Number(text.replaceAll(',', '').replace(/^<.*/, '0')));
        const whole = Number((printed?.number ?? '').replaceAll(',', ''));
        // A part that is `<1` is up to one.
        const small = texts.filter((text) => text.startsWith('<')).map((text) => Number(text.slice(1).replaceAll(',', '')));
        const missing = whole - shown.reduce((all, one) => all + one, 0);
        expect(missing).toBeGreaterThan(-1e-6 * whole);
        expect(missing).toBeLessThan(small.reduce((all, one) => all + one, 0) + 1e-6 * whole);
        const size = { 'kt': 1e6, 't': 1e3, 'kg': 1, 'g': 1e-3, 'mg': 1e-6, 'Mt': 1e9 }[unit.split(/[ \u00a0]/)[0] ?? ''] ?? Number.NaN;
        const step = 10 ** (Math.floor(Math.log10(whole)) - (half > 0.2 ? 1 : 2));
        shown.forEach((one, index) => {
          expect(Math.abs(one - (values[index] ?? 0) / size)).toBeLessThan(step * (1 + 1e-6));
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('shares', () => {
  it('are whole per cents that add up to 100', () => {
    expect(sharesOf([1, 1, 1], 3).map(plain)).toEqual(['34 %', '33 %', '33 %']);
    expect(sharesOf([53.9, 144.9, 72.4, 28.2], 299.4).map(plain)).toEqual(['18 %', '49 %', '24 %', '9 %']);
  });

  it('are <1 % where they are small, and a dash where there is none', () => {
    expect(sharesOf([999, 1, undefined], 1000).map(plain)).toEqual(['100 %', '<1 %', '–']);
    expect(sharesOf([0, 0], 0)).toEqual(['–', '–']);
  });
});
