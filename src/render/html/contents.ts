import type { Element, ElementContent } from 'hast';
import { screenWords } from '../messages.js';
import { element, isElement, textOf } from './elements.js';

/** Fewer headings are found without a list of them. */
const minEntries = 4;

/** Links to the sections of a page that have a heading; nothing where there are few. */
export function contentsOf(sections: readonly Element[]): Element | undefined {
  const entries = sections.flatMap(({ properties, children }) => {
    const heading = children.find((child) => isElement(child, 'h2'));
    const id = properties['id'];
    if (heading === undefined || typeof id !== 'string') return [];
    return [element('li', {}, [element('a', { href: `#${id}` }, [{ type: 'text', value: textOf(heading) }])])];
  });
  if (entries.length < minEntries) return undefined;
  return element('nav', { ariaLabel: screenWords.contents }, [element('ul', {}, entries)]);
}

/** A section whose tables scroll by themselves, each row with its first cell as its head. */
export function withScrollingTables(section: Element): Element {
  let heading = '';
  const inside = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    if (/^h[1-6]$/.test(node.tagName)) heading = textOf(node);
    if (node.tagName === 'table') return scrolling(withRowHeads(node), heading);
    return { ...node, children: node.children.map(inside) };
  };
  return { ...section, children: section.children.map(inside) };
}

/** Focusable, so that the keyboard can scroll it. */
function scrolling(table: Element, heading: string): Element {
  return element('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: screenWords.table(heading) }, [table]);
}

/** The first cell of a row of the body names the row, where it says something. */
function withRowHeads(table: Element): Element {
  const bodies = table.children.map((part): ElementContent => {
    if (part.type !== 'element' || part.tagName !== 'tbody') return part;
    return { ...part, children: part.children.map((row) => (row.type === 'element' ? withRowHead(row) : row)) };
  });
  return { ...table, children: bodies };
}

function withRowHead(row: Element): Element {
  const first = row.children.findIndex((child) => child.type === 'element');
  const cell = row.children[first];
  if (cell?.type !== 'element' || cell.tagName !== 'td' || textOf(cell).trim() === '') return row;
  const head = { ...cell, tagName: 'th', properties: { ...cell.properties, scope: 'row' } };
  return { ...row, children: row.children.with(first, head) };
}
