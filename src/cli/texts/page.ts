import { plain } from '../../units/format.js';
import type { Paint } from '../terminal.js';
import { visible, width } from './visible.js';

/** A part of a text for a terminal, before anybody knows how wide that is. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly indent?: number | undefined; readonly strong?: true | undefined }
  /** As it is, however long: a command to copy. */
  | { readonly kind: 'verbatim'; readonly text: string; readonly indent?: number | undefined }
  /** A label, and what belongs to it beside it. */
  | { readonly kind: 'pair'; readonly label: string; readonly text: string; readonly indent?: number | undefined }
  /** Columns where there is room; else the first cell on a line of its own, and the others below it. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly indent?: number | undefined }
  | { readonly kind: 'gap' };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string, indent = 0): Block => ({ kind: 'text', text: words, indent });
export const strong = (words: string, indent = 0): Block => ({ kind: 'text', text: words, indent, strong: true });
export const verbatim = (words: string, indent = 0): Block => ({ kind: 'verbatim', text: words, indent });
export const pair = (label: string, words: string, indent = 0): Block => ({ kind: 'pair', label, text: words, indent });
export const table = (rows: readonly (readonly string[])[], indent = 2): Block => ({ kind: 'table', rows, indent });
export const gap: Block = { kind: 'gap' };

export interface PageSetting {
  readonly columns: number;
  readonly paint: Paint;
}

/** Cells of the labels of pairs, with the blank behind the longest. */
const labelCells = 11;

/**
 * Blocks as lines of at most `columns` cells. Wraps at blanks; a word that is longer than a line stays whole, so that a
 * figure or an address can be copied. What came from a file shows as text, whatever it holds.
 */
export function pageText(blocks: readonly Block[], { columns, paint }: PageSetting): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'gap') lines.push(...linesOf(block, columns, paint));
    // One empty line at most, and none at the top.
    else if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  }
  return lines.join('\n').trimEnd();
}

function linesOf(block: Exclude<Block, { kind: 'gap' }>, columns: number, paint: Paint): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return wrapped(shown(block.text), columns).map((line) => paint(line, 'bold'));
    case 'text': {
      const { indent = 0 } = block;
      // Continued lines are indented further than the first.
      const [first = '', ...more] = wrapped(shown(block.text), columns - indent, columns - indent - 2);
      const bold = (line: string): string => (block.strong ? paint(line, 'bold') : line);
      return [blanks(indent) + bold(first), ...more.map((line) => blanks(indent + 2) + bold(line))];
    }
    case 'verbatim':
      return [blanks(block.indent ?? 0) + shown(block.text)];
    case 'pair':
      return pairLines(block, columns, paint);
    case 'table':
      return tableLines(
        block.rows.map((row) => row.map(shown)),
        block.indent ?? 0,
        columns,
      );
  }
}

function pairLines({ label, text: words, indent = 0 }: Extract<Block, { kind: 'pair' }>, columns: number, paint: Paint): readonly string[] {
  const lines = wrapped(shown(words), columns - indent - labelCells);
  return lines.map(
    (line, n) => `${blanks(indent)}${n === 0 ? paint(label, 'dim') + blanks(labelCells - width(label)) : blanks(labelCells)}${line}`,
  );
}

/** The first column and the last are of words and begin at the left; figures between them end at the right. */
function tableLines(rows: readonly (readonly string[])[], indent: number, columns: number): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, n) => Math.max(...rows.map((row) => width(row[n] ?? ''))));
  const whole = indent + widths.reduce((sum, cells) => sum + cells, 0) + 2 * (count - 1);
  if (whole > columns)
    return rows.flatMap(([first = '', ...more]) => [
      ...wrapped(first, columns - indent).map((line) => blanks(indent) + line),
      ...wrapped(more.filter((cell) => cell !== '').join('  '), columns - indent - 2).map((line) => blanks(indent + 2) + line),
    ]);
  return rows.map((row) => {
    const cells = row.map((cell, n) => {
      const space = blanks((widths[n] ?? 0) - width(cell));
      return n === 0 || n === count - 1 ? cell + space : space + cell;
    });
    return `${blanks(indent)}${cells.join('  ')}`.trimEnd();
  });
}

/** Wrapped at blanks; a value stays beside its unit, since a no-break blank is between them until all is wrapped. */
function wrapped(words: string, first: number, others = first): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/ +/)) {
    const room = Math.max(8, lines.length === 0 ? first : others);
    if (line === '') line = word;
    else if (width(line) + 1 + width(word) <= room) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map(plain);
}

function shown(words: string): string {
  return visible(words);
}

function blanks(count: number): string {
  return ' '.repeat(Math.max(0, count));
}
