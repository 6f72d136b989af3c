import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossTableOf } from '../../../src/units/cross-table.js';
import { type Quantity, quantity } from '../../../src/units/quantity.js';

const kilograms = (value: number): Quantity => quantity(value, 'kgCO2e');
const number = (text: string | undefined): number => (text === undefined || text.startsWith('<') ? 0 : Number(text.replaceAll(',', '')));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a table of quantities', () => {
  it('has one unit, sums that add up, and cells with a digit more than a total of two: 443 t of 489 t are 440 of 490', () => {
    const total = quantity(489_000, 'kgCO2e', { low: 330_000, high: 690_000 });
    const table = crossTableOf(
      [
        [kilograms(256_000), kilograms(128_000), kilograms(59_000)],
        [kilograms(25_000), undefined, kilograms(21_000)],
      ],
      total,
    );
    expect(table).toEqual({
      unit: 't CO₂e',
      cells: [
        ['256', '128', '59'],
        ['25', undefined, '21'],
      ],
      rows: ['440', '50'],
      columns: ['280', '130', '80'],
      total: '490',
    });
  });

  it('shows what its digits cannot show as less than one of them', () => {
    const table = crossTableOf([[kilograms(100_000), kilograms(3)]], kilograms(100_003));
    expect(table.cells).toEqual([['100', '<1']]);
  });

  it('changes where that changes a number least: 24.3 of 487.6 stays 20', () => {
    const total = quantity(487_600, 'kgCO2e', { low: 330_000, high: 690_000 });
    const table = crossTableOf([[kilograms(279_500), kilograms(139_300), kilograms(44_500), kilograms(24_300)]], total);
    expect(table.columns).toEqual(['280', '140', '50', '20']);
    expect(table.cells).toEqual([['280', '139', '45', '24']]);
  });

  it('adds up in its sums, and has cells that are the nearest, whatever is in it', () => {
    const cell = fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }), { nil: undefined, freq: 5 });
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      );
    fc.assert(
      fc.property(tables, (values) => {
        const whole = sum(values.flat().map((value) => value ?? 0));
        fc.pre(whole > 1);
        const table = crossTableOf(
          values.map((row) => row.map((value) => (value === undefined ? undefined : kilograms(value)))),
          kilograms(whole),
        );
        expect(sum(table.rows.map(number))).toBeCloseTo(number(table.total), 6);
        expect(sum(table.columns.map(number))).toBeCloseTo(number(table.total), 6);
        const size = table.unit === 't CO₂e' ? 1000 : table.unit === 'kt CO₂e' ? 1e6 : table.unit === 'kg CO₂e' ? 1 : 1e-3;
        const step = 10 ** (Math.floor(Math.log10(whole / size)) - 2);
        table.cells.forEach((row, at) => {
          for (const [index, text] of row.entries())
            expect(Math.abs(number(text) - (values[at]?.[index] ?? 0) / size)).toBeLessThanOrEqual(step * (1 + 1e-9));
        });
      }),
      { numRuns: 100 },
    );
  });
});
