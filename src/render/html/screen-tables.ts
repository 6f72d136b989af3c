import type { Element, ElementContent } from 'hast';
import { screenWords } from '../messages.js';
import { element, isElement, type Properties, textOf } from './elements.js';

/** Characters of a row that a phone has no room for: a table with a longer one has its cells below each other there. */
const maxRow = 75;

/** A section whose tables scroll by themselves, or are stacked on a phone, each row with its first cell as its head. */
export function withScreenTables(section: Element): Element {
  let heading = '';
  const inside = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    if (/^h[1-6]$/.test(node.tagName)) heading = textOf(node);
    // A chart's table has two columns, which always have room.
    if (node.tagName === 'figure') return node;
    if (node.tagName === 'table') return framed(withRowHeads(node), heading);
    return { ...node, children: node.children.map(inside) };
  };
  return { ...section, children: section.children.map(inside) };
}

/** Focusable, so that the keyboard can scroll it. */
function framed(table: Element, heading: string): Element {
  const rows = rowsOf(table, 'tbody');
  const isLong = rows.some((row) => cellsOf(row).reduce((sum, cell) => sum + textOf(cell).trim().length, 0) > maxRow);
  const frame: Properties = { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: screenWords.table(heading) };
  return element('div', frame, [isLong ? stacked(table) : table]);
}

/** Rows of a part of a table, and cells of a row. */
const rowsOf = (table: Element, part: string): readonly Element[] =>
  table.children.flatMap((child) => (child.type === 'element' && child.tagName === part ? elementsOf(child) : []));
const cellsOf = (row: Element): readonly Element[] => elementsOf(row);
const elementsOf = (node: Element): readonly Element[] => node.children.filter((child) => child.type === 'element');

/** The first cell of a row of the body names the row, where it says something. */
function withRowHeads(table: Element): Element {
  return mapped(table, 'tbody', (row) => {
    const first = row.children.findIndex((child) => child.type === 'element');
    const cell = row.children[first];
    if (cell?.type !== 'element' || cell.tagName !== 'td' || textOf(cell).trim() === '') return row;
    const head = { ...cell, tagName: 'th', properties: { ...cell.properties, scope: 'row' } };
    return { ...row, children: row.children.with(first, head) };
  });
}

/** What elements of a table are to a screen reader; the style that stacks them would take it away. */
const roles: Readonly<Record<string, string>> = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };

/** A table whose cells can stand below each other: each has the head of its column beside it. */
function stacked(table: Element): Element {
  const heads = rowsOf(table, 'thead').flatMap((row) => cellsOf(row).map((cell) => textOf(cell).trim()));
  const labelled = mapped(table, 'tbody', (row) => {
    const cells = cellsOf(row);
    const children = row.children.map((child) => {
      if (child.type !== 'element' || !isElement(child, 'td')) return child;
      return { ...child, properties: { ...child.properties, dataLabel: heads[cells.indexOf(child)] ?? '' } };
    });
    return { ...row, children };
  });
  const named = withRoles(labelled);
  return { ...named, properties: { ...named.properties, className: ['stacked'] } };
}

function withRoles(node: Element): Element {
  const role = node.tagName === 'th' ? (node.properties['scope'] === 'row' ? 'rowheader' : 'columnheader') : roles[node.tagName];
  const children = node.children.map((child) => (child.type === 'element' ? withRoles(child) : child));
  return { ...node, properties: role === undefined ? node.properties : { ...node.properties, role }, children };
}

/** A table whose rows of a part are changed. */
function mapped(table: Element, part: string, change: (row: Element) => Element): Element {
  const children = table.children.map((child): ElementContent => {
    if (child.type !== 'element' || child.tagName !== part) return child;
    return { ...child, children: child.children.map((row) => (row.type === 'element' ? change(row) : row)) };
  });
  return { ...table, children };
}
