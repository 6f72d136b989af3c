import type { Heading, Paragraph, PhrasingContent, Strong, Table, TableRow, Text } from 'mdast';
import { asLine } from '../tokens.js';

/** Somebody's text on one line: never markup. */
export function textNode(value: string): Text {
  return { type: 'text', value: asLine(value).replace(/ {2,}/g, ' ') };
}

export function strongNode(value: string): Strong {
  return { type: 'strong', children: [textNode(value)] };
}

export function headingNode(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: [textNode(value)] };
}

export function paragraphNode(...children: readonly (PhrasingContent | string)[]): Paragraph {
  return { type: 'paragraph', children: children.map((child) => (typeof child === 'string' ? textNode(child) : child)) };
}

/** A table of texts; its first row is the head. */
export function tableNode(rows: readonly (readonly string[])[], align: Table['align'] = []): Table {
  return {
    type: 'table',
    align: [...(align ?? [])],
    children: rows.map(
      (cells): TableRow => ({
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: [textNode(cell)] })),
      }),
    ),
  };
}
