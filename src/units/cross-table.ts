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

/** A quantity in units of the last place: as it is, and as it is printed. */
interface Units {
  readonly exact: number;
  printed: number;
}

/**
 * A table whose printed numbers add up in rows and in columns, in the unit and with the digits of the total.
 *
 * @param cells They add up to the total; `undefined` where there is none.
 */
export function crossTableOf(cells: readonly (readonly (Quantity | undefined)[])[], total: Quantity): CrossTable {
  const digits = digitsFor(total);
  const { unit, size } = scaleFor(total.value, total.unit, digits);
  const place = total.value === 0 ? 0 : placeOf(total.value / size, digits);
  const step = 10 ** place;
  const table = cells.map((row) => row.map((cell): Units | undefined => cell && { exact: cell.value / size / step, printed: 0 }));
  const whole = Math.round(Number((total.value / size).toPrecision(digits)) / step);
  const rows = sharedOut(table.map(sumOf), whole);
  const columns = sharedOut(
    (table[0] ?? []).map((_, index) => sumOf(table.map((row) => row[index]))),
    whole,
  );
  table.forEach((row, index) => {
    const known = row.filter((cell) => cell !== undefined);
    const printed = sharedOut(
      known.map(({ exact }) => exact),
      rows[index] ?? 0,
    );
    for (const [at, cell] of known.entries()) cell.printed = printed[at] ?? 0;
  });
  levelColumns(table, columns);
  const text = (units: number, exact: number): string =>
    units === 0 && exact > 0 ? `<${atPlace(step, place)}` : atPlace(units * step, place);
  return {
    unit,
    cells: table.map((row) => row.map((cell) => cell && text(cell.printed, cell.exact))),
    rows: rows.map((units, index) => text(units, sumOf(table[index] ?? []))),
    columns: columns.map((units, index) => text(units, sumOf(table.map((row) => row[index])))),
    total: atPlace(whole * step, place),
  };
}

function sumOf(cells: readonly (Units | undefined)[]): number {
  return cells.reduce((sum, cell) => sum + (cell?.exact ?? 0), 0);
}

/** Whole numbers near the parts that add up to a whole; each rounded alone where their sum is another. */
function sharedOut(parts: readonly number[], whole: number): readonly number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  return apportioned(parts, sum, whole) ?? parts.map(Math.round);
}

/** Moves units within rows until the columns add up too: the cells that were rounded up most give to those rounded down most. */
function levelColumns(table: readonly (readonly (Units | undefined)[])[], columns: readonly number[]): void {
  const excess = columns.map((sum, index) => table.reduce((all, row) => all + (row[index]?.printed ?? 0), 0) - sum);
  for (let moves = excess.reduce((all, one) => all + Math.max(0, one), 0); moves > 0; moves -= 1) {
    const move = bestMove(table, excess);
    if (move === undefined) return;
    move.from.printed -= 1;
    move.to.printed += 1;
    excess[move.giver] = (excess[move.giver] ?? 0) - 1;
    excess[move.taker] = (excess[move.taker] ?? 0) + 1;
  }
}

interface Move {
  readonly from: Units;
  readonly to: Units;
  readonly giver: number;
  readonly taker: number;
  /** How far both cells are from their exact values before the move, less after it. */
  readonly gain: number;
}

function bestMove(table: readonly (readonly (Units | undefined)[])[], excess: readonly number[]): Move | undefined {
  let best: Move | undefined;
  for (const row of table) {
    for (const [giver, from] of row.entries()) {
      if (from === undefined || from.printed < 1 || (excess[giver] ?? 0) <= 0) continue;
      for (const [taker, to] of row.entries()) {
        if (to === undefined || (excess[taker] ?? 0) >= 0) continue;
        const gain = from.printed - from.exact + to.exact - to.printed;
        if (best === undefined || gain > best.gain) best = { from, to, giver, taker, gain };
      }
    }
  }
  return best;
}
