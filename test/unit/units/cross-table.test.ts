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

  it('counts small rows as one, so that the large ones have the numbers of a table that joins them: 442.9 stays 440', () => {
    const total = quantity(487_800, 'kgCO2e', { low: 330_000, high: 690_000 });
    const rows = [442_900, 28_400, 6_100, 3_400, 3_300, 2_000, 1_700].map((value) => [kilograms(value)]);
    expect(crossTableOf(rows, total).rows).toEqual(['440', '30', '10', '<10', '<10', '<10', '<10']);
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
        const unit = number(table.total) === 0 ? 0 : 10 ** (Math.floor(Math.log10(number(table.total))) - 2);
        for (const sums of [table.rows, table.columns]) {
          // A small one may stand for one more, which has no number of its own.
          const smallCount = sums.filter((text) => text.startsWith('<')).length;
          const missing = number(table.total) - sum(sums.map(number));
          expect(missing).toBeGreaterThan(-1e-6);
          expect(missing).toBeLessThanOrEqual(unit * smallCount + 1e-6);
        }
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
