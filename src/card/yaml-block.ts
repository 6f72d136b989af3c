import { type Document, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml';
import { duplicateKeys, yamlDocument } from '../diagnostics/yaml-document.js';

/** A fault of a YAML text, by its offset. */
export interface YamlFault {
  readonly message: string;
  readonly offset: number;
}

/** A YAML text as read; offsets of its nodes are those of the text. */
export interface YamlBlock {
  readonly document: Document.Parsed;
  readonly faults: readonly YamlFault[];
}

/** Quoted texts of one block that may go on at the margin. Each costs one more reading. */
const maxIndented = 40;

/**
 * Reads YAML as the Hub's readers do. PyYAML and js-yaml let a quoted text go on at the margin; this parser asks for an
 * indent. It is read with one, which is no part of the text, and all offsets are brought back.
 */
export function readYaml(source: string): YamlBlock {
  const document = yamlDocument(source);
  const first = blockOf(document);
  const reread = withIndents(source, document);
  if (reread === undefined) {
    const cut = first.faults.length === 0 ? cutQuote(document, source) : undefined;
    return cut === undefined ? first : { document, faults: [{ message: 'Quoted text without an indent', offset: cut.start }] };
  }
  bringBack(reread.document, reread.indents);
  const block = blockOf(reread.document);
  return block.faults.some(({ message }) => message !== duplicate) ? first : block;
}

function blockOf(document: Document.Parsed): YamlBlock {
  const faults = [
    ...document.errors.map(({ message, pos }) => ({ message, offset: pos[0] })),
    ...duplicateKeys(document).map((offset) => ({ message: duplicate, offset })),
  ];
  return { document, faults: faults.sort((a, b) => a.offset - b.offset) };
}

const duplicate = 'Map keys must be unique';

/** Blanks that were put at an offset of the text. */
interface Indent {
  readonly at: number;
  readonly length: number;
}

/** The document with every quoted text indented that goes on at the margin; nothing where none does, or more is wrong. */
function withIndents(
  source: string,
  unread: Document.Parsed,
): { readonly document: Document.Parsed; readonly indents: readonly Indent[] } | undefined {
  let indents: readonly Indent[] = [];
  let document = unread;
  let text = source;
  for (let count = 0; count < maxIndented; count++) {
    const cut = cutQuote(document, text);
    if (cut === undefined) break;
    const column = cut.start - (text.lastIndexOf('\n', cut.start) + 1);
    const margins = [...text.slice(cut.start, cut.end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => cut.start + index + 1);
    const before = offsetsBefore(indents);
    const [next] = margins;
    // An indent that did not help.
    if (next === undefined || before(next) <= (indents.at(-1)?.at ?? -1)) return undefined;
    indents = [...indents, ...margins.map((at) => ({ at: before(at), length: column + 1 }))];
    text = indented(source, indents);
    document = yamlDocument(text);
  }
  return indents.length > 0 && document.errors.length === 0 && cutQuote(document, text) === undefined ? { document, indents } : undefined;
}

/** The first quoted text that the parser took to end before its closing quote, which it does not always report. */
function cutQuote(document: Document.Parsed, text: string): { readonly start: number; readonly end: number } | undefined {
  let cut: { readonly start: number; readonly end: number } | undefined;
  visit(document, {
    Scalar(_, node) {
      if (!isQuoted(node) || !node.range) return undefined;
      const end = closingQuote(text, node.range[0]);
      if (end === undefined || end <= node.range[1]) return undefined;
      cut = { start: node.range[0], end };
      return visit.BREAK;
    },
  });
  return cut;
}

/** The end of the quoted text that begins at an offset. */
function closingQuote(text: string, start: number): number | undefined {
  const quoted = text[start] === '"' ? /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y : /'[^']*(?:''[^']*)*'/y;
  quoted.lastIndex = start;
  return quoted.test(text) ? quoted.lastIndex : undefined;
}

function indented(source: string, indents: readonly Indent[]): string {
  let at = 0;
  const parts = indents.map((indent) => {
    const part = source.slice(at, indent.at) + ' '.repeat(indent.length);
    at = indent.at;
    return part;
  });
  return parts.join('') + source.slice(at);
}

/** Offsets in the text as it was before the indents, by halving. */
function offsetsBefore(indents: readonly Indent[]): (offset: number) => number {
  let sum = 0;
  const ends = indents.map(({ at, length }) => {
    sum += length;
    return { at: at + sum, sum, start: at };
  });
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const before = offset - (ends[low - 1]?.sum ?? 0);
    return Math.min(before, ends[low]?.start ?? before);
  };
}

function bringBack(document: Document.Parsed, indents: readonly Indent[]): void {
  const back = offsetsBefore(indents);
  visit(document, {
    Node(_, node) {
      if (node.range) node.range = [back(node.range[0]), back(node.range[1]), back(node.range[2])];
    },
  });
}

/** The block of text that a value ends in, by a sign `|` or `>`: whether its last line has an end decides what is read. */
export function lastTextBlock(node: unknown): Scalar | undefined {
  if (isMap(node)) return lastTextBlock(node.items.at(-1)?.value);
  if (isSeq(node)) return lastTextBlock(node.items.at(-1));
  return isScalar(node) && isTextBlock(node) ? node : undefined;
}

const isQuoted = ({ type }: Scalar): boolean => type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';

const isTextBlock = ({ type }: Scalar): boolean => type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';

/** Lines of blanks with a tab, outside texts that may hold one. PyYAML reads no YAML that has them. */
export function tabLines(source: string, document: Document.Parsed): readonly number[] {
  const lines = [...source.matchAll(/(?<=^|\n)[ ]*\t[ \t]*(?=\r?\n|$)/g)];
  if (lines.length === 0) return [];
  const texts: Scalar[] = [];
  visit(document, {
    Scalar(_, node) {
      if (isQuoted(node) || isTextBlock(node)) texts.push(node);
    },
  });
  // In a block of text, a tab behind an indent belongs to it; one at the margin ends it.
  const isText = ({ index, 0: line }: RegExpExecArray): boolean =>
    texts.some((node) => node.range && node.range[0] < index && index < node.range[1] && (isQuoted(node) || line.startsWith(' ')));
  return lines.filter((line) => !isText(line)).map(({ index }) => index);
}
