import type { Heading, List, ListItem, Nodes, Paragraph, Parents, Table } from 'mdast';
import { parseBody } from '../card/body.js';
import { readFrontMatter } from '../card/front-matter.js';
import { InputError } from '../diagnostics/diagnostic.js';
import type { Subject } from './claim.js';
import { Collector, labelled } from './collector.js';
import { lineFinder } from './lines.js';
import { type FlatText, flatText } from './markdown/flat-text.js';
import { readHtmlTables } from './markdown/html-table.js';
import { metadataIn } from './markdown/metadata.js';
import { readTable, tableOf } from './markdown/table.js';
import { readLabel } from './text/label.js';
import { yearsIn } from './text/years.js';

interface Section {
  readonly depth: number;
  readonly title: string;
  readonly scope: number;
}

/** Reads a model card, ours or not: front matter, prose, lists and tables. */
export function cardClaims(text: string, file?: string): Subject {
  const at = lineFinder(text);
  const collector = new Collector();
  const root = collector.scope();
  const front = frontOf(text);
  const metadata = front.map === undefined ? undefined : metadataIn(front.map, front.start, at, collector, root);
  const body = parseBody(text, front.end);
  const sections: Section[] = [];
  let name: string | undefined = front.name;

  const scopesOf = (inner: readonly number[]): readonly number[] => [...inner, ...sections.map(({ scope }) => scope).toReversed(), root];
  const positionIn = (flat: FlatText, from: number) => (index: number) => at(body.start + flat.offsetAt(from + index));
  const headings = (): readonly string[] => sections.map(({ title }) => title);

  const block = (node: Paragraph | Heading, outer: readonly number[]): void => {
    const flat = flatText(node);
    const scope = collector.scope();
    let from = 0;
    for (const line of linesOf(flat)) {
      const start = from + flat.text.slice(from).indexOf(line);
      from = start + line.length;
      const found = labelled(line, start === 0 ? Math.min(flat.bold, line.length) : 0);
      const inner = found?.from ?? 0;
      collector.line({
        text: line.slice(inner),
        positionAt: positionIn(flat, start + inner),
        scopes: scopesOf([collector.scope(), scope, ...outer]),
        headings: headings(),
        ...(found !== undefined && { label: readLabel(found.label) }),
      });
    }
  };

  const heading = (node: Heading): void => {
    while ((sections.at(-1)?.depth ?? 0) >= node.depth) sections.pop();
    const title = flatText(node).text.trim();
    if (node.depth === 1) name ??= title;
    sections.push({ depth: node.depth, title, scope: collector.scope() });
  };

  const walk = (node: Nodes, outer: readonly number[]): void => {
    if (node.type === 'heading') {
      heading(node);
      block(node, outer);
    } else if (node.type === 'paragraph') block(node, outer);
    else if (node.type === 'table') table(node, outer);
    else if (node.type === 'html')
      readHtmlTables(node.value, (node.position?.start.offset ?? 0) + body.start, at, collector, scopesOf(outer), headings());
    else if (node.type === 'list' || node.type === 'listItem') container(node, [collector.scope(), ...outer]);
    else if (node.type !== 'code' && 'children' in node) container(node, outer);
  };
  const container = (node: List | ListItem | Parents, outer: readonly number[]): void => {
    for (const child of node.children) walk(child, outer);
  };
  const table = (node: Table, outer: readonly number[]): void => {
    const cells = node.children.map((row) =>
      row.children.map((cell) => {
        const flat = flatText(cell);
        return { text: flat.text, positionAt: positionIn(flat, 0) };
      }),
    );
    readTable(tableOf(cells), collector, scopesOf([collector.scope(), ...outer]), headings());
  };
  container(body.root, []);

  return {
    kind: 'card',
    ...(name !== undefined && { name }),
    ...(file !== undefined && { file }),
    values: collector.values,
    devices: collector.devices,
    places: collector.places,
    passages: collector.passages,
    sums: collector.sums,
    years: yearsIn(collector),
    ...(metadata !== undefined && { metadata }),
    ...(front.unreadable !== undefined && { unreadable: front.unreadable }),
  };
}

/** Lines that each have a label are told apart; else a paragraph's line breaks are blanks. */
function linesOf({ text }: FlatText): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const isLabelled = (line: string): boolean => /^\s*(?:[-*•]\s*)?[\p{L}][^.!?\n]{1,80}?[:=]\s*\S/u.test(line);
  return lines.length > 1 && lines.filter(isLabelled).length >= lines.length / 2 ? lines : [text];
}

interface Front {
  readonly map?: NonNullable<ReturnType<typeof readFrontMatter>['map']> | undefined;
  readonly start: number;
  readonly end: number;
  readonly name?: string | undefined;
  readonly unreadable?: { readonly message: string; readonly at: { readonly line: number; readonly column: number } } | undefined;
}

/** Where the Hub finds no end of it: as far as a person would take it to go. */
const meantForFrontMatter = /^\s*---[^\S\r\n]*(?:\r\n|\r|\n)[\S\s]*?(?:\r\n|\r|\n)---[^\S\r\n]*(?=[\r\n]|$)/;

/** The front matter, or how far one goes that the Hub can't read. */
function frontOf(text: string): Front {
  try {
    const front = readFrontMatter(text);
    if (front.map === undefined) return { start: front.end, end: front.end };
    const named = 'values' in front ? front.values['model_name'] : undefined;
    return { map: front.map, start: front.start, end: front.end, ...(typeof named === 'string' && { name: named }) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const end = meantForFrontMatter.exec(text)?.[0].length ?? 0;
    const [first] = error.diagnostics;
    const isClaim = /co2_eq_emissions/.test(end === 0 ? text.slice(0, 20_000) : text.slice(0, end));
    if (first === undefined || !isClaim) return { start: end, end };
    return { start: end, end, unreadable: { message: first.message, at: { line: first.line ?? 1, column: first.column ?? 1 } } };
  }
}
