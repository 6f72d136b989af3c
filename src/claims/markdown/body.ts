import type { Heading, Nodes, Paragraph, Table } from 'mdast';
import type { Body } from '../../card/body.js';
import type { Position } from '../../diagnostics/diagnostic.js';
import type { Collector } from '../collector.js';
import { readLabel } from '../text/label.js';
import { labelled } from '../text/sentences.js';
import { type FlatText, flatText } from './flat-text.js';
import { readHtmlTables } from './html-table.js';
import { readTable, tableOf } from './table.js';

/** A section of the card that is open at a point of its text. */
interface Section {
  readonly depth: number;
  readonly title: string;
  readonly scope: number;
}

/** What a body's claims are collected in, and where its offsets are in the file. */
export interface BodyContext {
  readonly collector: Collector;
  /** The scope of the whole card. */
  readonly root: number;
  readonly at: (offset: number) => Position;
}

/** Reads the prose, lists and tables of a card, in their order. Each list, block and section is a scope. */
export class BodyReader {
  /** The first heading of the first level. */
  title: string | undefined;
  #sections: Section[] = [];

  constructor(
    readonly body: Body,
    readonly context: BodyContext,
  ) {}

  read(): void {
    this.#children(this.body.root, []);
  }

  #children(node: Nodes, outer: readonly number[]): void {
    if ('children' in node) for (const child of node.children) this.#node(child, outer);
  }

  #node(node: Nodes, outer: readonly number[]): void {
    if (node.type === 'heading') {
      this.#heading(node);
      this.#block(node, outer);
    } else if (node.type === 'paragraph') this.#block(node, outer);
    else if (node.type === 'table') this.#table(node, outer);
    else if (node.type === 'html') this.#html(node.value, node.position?.start.offset ?? 0, outer);
    else if (node.type === 'list' || node.type === 'listItem') this.#children(node, [this.context.collector.scope(), ...outer]);
    else if (node.type !== 'code') this.#children(node, outer);
  }

  #heading(node: Heading): void {
    while ((this.#sections.at(-1)?.depth ?? 0) >= node.depth) this.#sections.pop();
    const title = flatText(node).text.trim();
    if (node.depth === 1) this.title ??= title;
    this.#sections.push({ depth: node.depth, title, scope: this.context.collector.scope() });
  }

  #block(node: Paragraph | Heading, outer: readonly number[]): void {
    const { collector } = this.context;
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
        positionAt: this.#positionIn(flat, start + inner),
        scopes: this.#scopes([collector.scope(), scope, ...outer]),
        ...this.#place(),
        label: found === undefined ? undefined : readLabel(found.label),
      });
    }
  }

  #table(node: Table, outer: readonly number[]): void {
    const { collector } = this.context;
    const cells = node.children.map((row) =>
      row.children.map((cell) => {
        const flat = flatText(cell);
        return { text: flat.text, positionAt: this.#positionIn(flat, 0) };
      }),
    );
    readTable(tableOf(cells), { collector, scopes: this.#scopes([collector.scope(), ...outer]), ...this.#place() });
  }

  #html(html: string, offset: number, outer: readonly number[]): void {
    const { collector, at } = this.context;
    readHtmlTables({ html, offset: offset + this.body.start, at }, { collector, scopes: this.#scopes(outer), ...this.#place() });
  }

  /** The scopes of a block, then those of its sections from the inside out, then the card's. */
  #scopes(inner: readonly number[]): readonly number[] {
    return [...inner, ...this.#sections.map(({ scope }) => scope).toReversed(), this.context.root];
  }

  /** The headings above a block, and the section that it is in. */
  #place(): { readonly headings: readonly string[]; readonly section: number } {
    return { headings: this.#sections.map(({ title }) => title), section: this.#sections.at(-1)?.scope ?? this.context.root };
  }

  #positionIn(flat: FlatText, from: number): (index: number) => Position {
    return (index) => this.context.at(this.body.start + flat.offsetAt(from + index));
  }
}

/** The lines of a block where most have a label; else the block is one line, and its line breaks are blanks. */
function linesOf({ text }: FlatText): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const isLabelled = (line: string): boolean => /^\s*(?:[-*•]\s*)?[\p{L}][^.!?\n]{1,80}?[:=]\s*\S/u.test(line);
  return lines.length > 1 && lines.filter(isLabelled).length >= lines.length / 2 ? lines : [text];
}
