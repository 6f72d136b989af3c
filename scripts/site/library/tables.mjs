import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** A table as the program writes them for a screen: it scrolls by itself, and one of long rows is stacked on a phone. */
export function screenTable({ withScreenTables }, title, heads, rows) {
  const cellsOf = (row, name) => row.map((cell, at) => h(name, heads[at].isFigure ? { align: 'right' } : {}, cell));
  const table = h('table', [
    h('thead', [
      h(
        'tr',
        heads.map(({ text, isFigure }) => h('th', { scope: 'col', ...(isFigure && { align: 'right' }) }, text)),
      ),
    ]),
    h(
      'tbody',
      rows.map((row) => h('tr', cellsOf(row, 'td'))),
    ),
  ]);
  // The frame of a table is named after the heading above it.
  const { children } = withScreenTables(h('section', [h('h2', title), table]));
  return children.at(-1);
}

/** The same, but it scrolls on a phone too: a table of many rows would be very long there, each with its cells below each other. */
export function scrolling(node) {
  visit(node, 'element', (one) => {
    if (one.tagName === 'table') one.properties.className = [];
  });
  return node;
}
