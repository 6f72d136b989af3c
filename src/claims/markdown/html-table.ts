import type { Position } from '../../diagnostics/diagnostic.js';
import { type Cell, readTable, type TableContext, tableOf } from './table.js';

/** HTML in a card, and where in the card it begins. */
export interface HtmlBlock {
  readonly html: string;
  readonly offset: number;
  readonly at: (offset: number) => Position;
}

/** Reads the tables that a card has as HTML, row by row; all other HTML is left alone. */
export function readHtmlTables({ html, offset, at }: HtmlBlock, { collector, scopes, ...place }: TableContext): void {
  if (html.startsWith('<!--')) return;
  const rows = html.split(/(?=<tr\b)/i);
  let from = 0;
  const cells = rows.map((row): readonly Cell[] => {
    const start = offset + from;
    from += row.length;
    return cellsOf(row, start, at);
  });
  const filled = cells.filter((row) => row.length > 0);
  if (filled.length > 1) readTable(tableOf(filled), { collector, scopes: [collector.scope(), ...scopes], ...place });
}

function cellsOf(row: string, start: number, at: (offset: number) => Position): readonly Cell[] {
  return cellTags(row).map(({ end: inner }, order, all) => {
    const raw = row.slice(inner, all[order + 1]?.start ?? row.length);
    const text = withoutTags(raw).replace(/\s+/g, ' ').trim();
    const lead = /^(?:\s|<[^>]*>)*/.exec(raw)?.[0].length ?? 0;
    return { text, positionAt: (index) => at(start + inner + lead + index) };
  });
}

/** Where each `<td …>` and `<th …>` begins and ends; one that nothing closes is text, and so is all behind it. */
function cellTags(row: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  const opening = /<t[dh]\b/gi;
  for (let match = opening.exec(row); match !== null; match = opening.exec(row)) {
    const end = row.indexOf('>', opening.lastIndex) + 1;
    if (end === 0) break;
    found.push({ start: match.index, end });
    opening.lastIndex = end;
  }
  return found;
}

/** A text without its tags; a `<` that nothing closes is text. */
function withoutTags(html: string): string {
  const last = html.lastIndexOf('>');
  const texts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0 && at < last; at = html.indexOf('<', from)) {
    texts.push(html.slice(from, at));
    from = html.indexOf('>', at) + 1;
  }
  return [...texts, html.slice(from)].join('');
}
