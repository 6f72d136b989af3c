import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** A tagged element, and the reference by which the tree of ids finds it; none where it is written in place. */
interface TaggedElement {
  readonly node: PDFDict;
  readonly ref: PDFRef | undefined;
  /** Its id as the browser gave it. */
  readonly id: string | undefined;
}

/**
 * Gives the tagged elements numbers in reading order. The browser numbers them by its own count of nodes, which continues
 * from print to print: in `/ID`, in the `/Headers` of table cells, and in the tree that finds an element by its ID.
 */
export function renumberNodes(lib: PdfLib, document: PDFDocument): void {
  const { PDFName, PDFDict, PDFString } = lib;
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return;
  const elements = elementsBelow(lib, document, root);
  // New numbers, in reading order.
  const numbers = new Map<string, string>();
  for (const { id } of elements) if (id !== undefined) numbers.set(id, `node${String(numbers.size + 1).padStart(8, '0')}`);
  const renumbered = (value: PDFObject | undefined): PDFObject | undefined => {
    const number = numbers.get(textOf(lib, value) ?? '');
    return number === undefined ? value : PDFString.of(number);
  };
  // The ids themselves, and the headers that cells name.
  for (const { node } of elements) {
    const id = renumbered(node.lookup(PDFName.of('ID')));
    if (id !== undefined) node.set(PDFName.of('ID'), id);
    renumberHeaders(lib, document, node, renumbered);
  }
  if (!root.has(PDFName.of('IDTree'))) return;
  removeTree(lib, document, root.get(PDFName.of('IDTree')));
  // One flat node, sorted by name as the format asks: the numbers are in order.
  const names = elements.flatMap(({ node, ref, id }) =>
    id === undefined || ref === undefined ? [] : [node.get(PDFName.of('ID')) ?? PDFString.of(''), ref],
  );
  root.set(PDFName.of('IDTree'), document.context.register(document.context.obj({ Names: names })));
}

/** Every element of the structure tree, each once, in reading order. Not recursive: a thousand rows in a section are deep. */
function elementsBelow(lib: PdfLib, { context }: PDFDocument, root: PDFDict): readonly TaggedElement[] {
  const { PDFName, PDFDict } = lib;
  const elements: TaggedElement[] = [];
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = [...childrenOf(lib, root)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = context.lookup(next);
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    elements.push({ node, ref: isRef(next) ? next : undefined, id: textOf(lib, node.lookup(PDFName.of('ID'))) });
    waiting.push(...childrenOf(lib, node).reverse());
  }
  return elements;
}

function childrenOf({ PDFName, PDFArray }: PdfLib, node: PDFDict): PDFObject[] {
  const kids = node.lookup(PDFName.of('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const kid = node.get(PDFName.of('K'));
  return kid === undefined ? [] : [kid];
}

function textOf({ PDFString, PDFHexString }: PdfLib, value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

function renumberHeaders(
  { PDFName, PDFArray, PDFDict }: PdfLib,
  { context }: PDFDocument,
  node: PDFDict,
  renumbered: (value: PDFObject | undefined) => PDFObject | undefined,
): void {
  const attributes = node.lookup(PDFName.of('A'));
  for (const one of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
    const attribute = context.lookup(one);
    const headers = attribute instanceof PDFDict ? attribute.lookup(PDFName.of('Headers')) : undefined;
    if (!(headers instanceof PDFArray)) continue;
    for (const [index, header] of headers.asArray().entries()) headers.set(index, renumbered(context.lookup(header)) ?? header);
  }
}

/** Removes the nodes of a tree from the file: left there unused, they would keep the browser's numbers. */
function removeTree(lib: PdfLib, document: PDFDocument, tree: PDFObject | undefined): void {
  const { PDFArray, PDFDict, PDFName } = lib;
  const node = document.context.lookup(tree);
  const kids = node instanceof PDFDict ? node.lookup(PDFName.of('Kids')) : undefined;
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) removeTree(lib, document, kid);
  if (isRef(tree)) document.context.delete(tree);
}

function isRef(value: PDFObject | undefined): value is PDFRef {
  return value !== undefined && 'objectNumber' in value;
}
