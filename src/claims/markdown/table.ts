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
  /** By column: the value that its label asks for, and the text. */
  readonly cells: readonly { readonly value?: ClaimedValue | undefined; readonly text: string }[];
}

/** What is around a table. */
export interface TableContext {
  readonly collector: Collector;
  /** The parts of the text that hold it, the smallest first. */
  readonly scopes: readonly number[];
  readonly headings: readonly string[];
  /** The innermost section, by its scope. */
  readonly section: number;
}

/** Reads a table row by row. A header says what its column is of; where none does, the first cell of a row says it. */
export function readTable({ header, rows: below }: PlainTable, context: TableContext): void {
  const rows = isAnswer(header) ? [header, ...below] : below;
  const labels = header.map(({ text }) => readLabel(text));
  const isByRow = !labels.slice(1).some(({ measure }) => measure !== undefined);
  const read = rows.map((cells) => readRow(cells, { labels, isByRow }, context));
  if (!isByRow) for (const column of labels.keys()) addSum(read, column, labels[column]?.text ?? '', context.collector);
}

/** A table of two columns may have an answer in its first row already: `| Hours used | 80 |`. */
function isAnswer([first, second, ...others]: readonly Cell[]): boolean {
  if (first === undefined || second === undefined || others.length > 0) return false;
  const [own, other] = [readLabel(first.text), readLabel(second.text)];
  const isLabel = ({ measure, isPlace, isCloud, isDevice }: Label): boolean => measure !== undefined || isPlace || isCloud || isDevice;
  return isLabel(own) && !isLabel(other) && /\d/.test(second.text);
}

/** The labels of a table's columns, and whether its rows have labels of their own. */
interface Labels {
  readonly labels: readonly Label[];
  readonly isByRow: boolean;
}

function readRow(cells: readonly Cell[], { labels, isByRow }: Labels, { collector, headings, section, ...context }: TableContext): Row {
  const scopes = [collector.scope(), ...context.scopes];
  const first = cells[0]?.text ?? '';
  const own = readLabel(first);
  return {
    isTotal: cells.slice(0, 2).some(({ text }) => /\b(?:total|sum|overall|all models)\b/i.test(text)),
    cells: cells.map(({ text, positionAt }, column) => {
      const label = withRow(labelOf(labels[column], own, isByRow && column > 0), column === 0 ? '' : first);
      const values = collector.line({ text, positionAt, scopes, headings, section, label });
      const value = values.find(({ measure, is }) => measure === (label?.unit?.measure ?? label?.measure) && !is.has('range'));
      return { text, value };
    }),
  };
}

function labelOf(header: Label | undefined, own: Label, isByRow: boolean): Label | undefined {
  if (!isByRow || own.text.trim() === '') return header;
  if (own.measure === undefined && !own.isPlace && !own.isDevice) return header;
  return own;
}

/** The first cell says what a row is of. */
function withRow(label: Label | undefined, row: string): Label | undefined {
  return label === undefined || row.trim() === '' || label.text === row ? label : { ...label, text: `${label.text} (${row.trim()})` };
}

const extensive: ReadonlySet<string> = new Set(['emissions', 'energy', 'accelerator-hours']);

/** The only total of a column, in its last row, with the values above it. Where there are several, one may be a part of another. */
function addSum(rows: readonly Row[], column: number, what: string, collector: Collector): void {
  const totals = rows.filter(({ isTotal }) => isTotal);
  const [total] = totals;
  const value = total?.cells[column]?.value;
  if (total === undefined || value === undefined || totals.length > 1 || total !== rows.at(-1) || !extensive.has(value.measure)) return;
  const parts = rows.filter((row) => row !== total).flatMap(({ cells }) => cells[column]?.value ?? []);
  if (parts.length < 2 || parts.some(({ measure, is }) => measure !== value.measure || is.has('rate'))) return;
  collector.sums.push({ what, total: value, parts, isWhole: false });
}
