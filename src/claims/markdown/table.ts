import type { Position } from '../../diagnostics/diagnostic.js';
import type { ClaimedValue } from '../claim.js';
import type { Collector } from '../collector.js';
import { type Label, readLabel } from '../text/label.js';

export interface Cell {
  readonly text: string;
  readonly positionAt: (index: number) => Position;
}

export interface PlainTable {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table whose first row is its header. */
export function tableOf([header = [], ...rows]: readonly (readonly Cell[])[]): PlainTable {
  return { header, rows };
}

interface Row {
  readonly isTotal: boolean;
  /** A claim, or what stands there instead, by column. */
  readonly cells: readonly { readonly claim?: ClaimedValue | undefined; readonly text: string }[];
}

/** Reads a table: each row is a claim of its own; a header names what its column is of, else the first cell its row. */
export function readTable({ header, rows }: PlainTable, collector: Collector, outer: readonly number[], headings: readonly string[]): void {
  const labels = header.map(({ text }) => readLabel(text));
  const isByRow = !labels.slice(1).some(({ measure }) => measure !== undefined);
  const read = rows.map((cells): Row => {
    const scopes = [collector.scope(), ...outer];
    const first = cells[0]?.text ?? '';
    const isTotal = cells.slice(0, 2).some(({ text }) => /\b(?:total|sum|overall|all models)\b/i.test(text));
    const own = readLabel(first);
    return {
      isTotal,
      cells: cells.map((cell, column) => {
        const label = withRow(labelOf(labels[column], own, isByRow && column > 0), column === 0 ? '' : first);
        const values = collector.line({
          text: cell.text,
          positionAt: cell.positionAt,
          scopes,
          headings,
          ...(label !== undefined && { label }),
        });
        const claim = values.find(({ measure, is }) => measure === (label?.unit?.measure ?? label?.measure) && !is.has('range'));
        return { text: cell.text, ...(claim !== undefined && { claim }) };
      }),
    };
  });
  if (!isByRow) for (const column of labels.keys()) addSum(read, column, labels[column]?.text ?? '', collector);
}

function labelOf(header: Label | undefined, own: Label, isByRow: boolean): Label | undefined {
  if (!isByRow || own.text.trim() === '') return header;
  if (own.measure === undefined && !own.isPlace && !own.isDevice) return header;
  return own;
}

/** What a row is of stands in its first cell. */
function withRow(label: Label | undefined, row: string): Label | undefined {
  return label === undefined || row.trim() === '' || label.text === row ? label : { ...label, text: `${label.text} (${row.trim()})` };
}

const extensive: ReadonlySet<string> = new Set(['emissions', 'energy', 'accelerator-hours']);

/** The only total of a column, and what stands above it. Several totals may be of each other. */
function addSum(rows: readonly Row[], column: number, what: string, collector: Collector): void {
  const totals = rows.filter(({ isTotal }) => isTotal);
  const [total] = totals;
  const claim = total?.cells[column]?.claim;
  if (total === undefined || claim === undefined || totals.length > 1 || total !== rows.at(-1) || !extensive.has(claim.measure)) return;
  const others = rows.filter((row) => row !== total).map((row) => row.cells[column]);
  const parts = others.flatMap((cell) => (cell?.claim === undefined ? [] : [cell.claim]));
  if (parts.length < 2 || parts.some(({ measure, is }) => measure !== claim.measure || is.has('rate'))) return;
  collector.sums.push({ what, total: claim, parts, isWhole: false });
}
