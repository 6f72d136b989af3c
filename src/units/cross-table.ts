import { apportioned } from './column.js';
import { atPlace, digitsFor, placeOf, scaleFor } from './format.js';
import type { Quantity } from './quantity.js';

/** Quantities in rows and columns, in one unit. */
export interface CrossTable {
  readonly unit: string;
  /** By row, then by column; absent where there is no such quantity. */
  readonly cells: readonly (readonly (string | undefined)[])[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly total: string;
}

/** Digits of a total whose interval is narrow. */
const maxDigits = 3;

/**
 * A table whose sums of rows and of columns add up to the total, in its unit and with its digits. The cells are parts of parts: each has
 * its nearest number, with one digit more where the total has two, so that small ones are not lost.
 *
 * @param cells They add up to the total; `undefined` where there is none.
 */
export function crossTableOf(cells: readonly (readonly (Quantity | undefined)[])[], total: Quantity): CrossTable {
  const digits = digitsFor(total);
  const { unit, size } = scaleFor(total.value, total.unit, digits);
  const place = total.value === 0 ? 0 : placeOf(total.value / size, digits);
  const step = 10 ** place;
  const whole = Math.round(Number((total.value / size).toPrecision(digits)) / step);
  const rows = cells.map(sumOf);
  const columns = (cells[0] ?? []).map((_, index) => sumOf(cells.map((row) => row[index])));
  const texts = (sums: readonly number[]): readonly string[] => {
    const exact = sums.map((sum) => sum / size / step);
    return sharedOut(exact, whole).map((units, index) => numberText(units * step, exact[index] ?? 0, place));
  };
  const cellPlace = digits < maxDigits ? place - 1 : place;
  return {
    unit,
    cells: cells.map((row) => row.map((cell) => cell && numberText(nearest(cell.value / size, cellPlace), cell.value, cellPlace))),
    rows: texts(rows),
    columns: texts(columns),
    total: atPlace(whole * step, place),
  };
}

/** A number of a table; `<10` for what is more than nothing and less than its digits can show. */
function numberText(value: number, exact: number, place: number): string {
  return value === 0 && exact > 0 ? `<${atPlace(10 ** place, place)}` : atPlace(value, place);
}

function nearest(value: number, place: number): number {
  const step = 10 ** place;
  return Math.round(value / step) * step;
}

function sumOf(cells: readonly (Quantity | undefined)[]): number {
  return cells.reduce((sum, cell) => sum + (cell?.value ?? 0), 0);
}

/** Whole numbers near the parts that add up to a whole; each rounded alone where their sum is another. */
function sharedOut(parts: readonly number[], whole: number): readonly number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  return apportioned(parts, sum, whole) ?? parts.map(Math.round);
}
