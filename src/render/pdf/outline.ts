import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Structure types of HTML that PDF 1.7 does not know, with those that it has: without them readers leave the text out. */
const roles = { Strong: 'Span', Em: 'Span' } as const;

/** Gives the tags that are not of the standard a role of it, so that their text is read too. */
export function mapRoles({ PDFName, PDFDict }: PdfLib, { context, catalog }: PDFDocument): void {
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  if (root instanceof PDFDict) root.set(PDFName.of('RoleMap'), context.obj(roles));
}

/**
 * Names the bookmarks by the headings of the document: the browser writes the words of a heading that begins a page twice.
 *
 * @param headings All headings in reading order. Where their number is another, the bookmarks stay as they are.
 */
export function nameBookmarks(lib: PdfLib, document: PDFDocument, headings: readonly string[]): void {
  const bookmarks = bookmarksOf(lib, document);
  if (bookmarks.length !== headings.length) return;
  bookmarks.forEach((bookmark, index) => {
    bookmark.set(lib.PDFName.of('Title'), lib.PDFHexString.fromText(headings[index] ?? ''));
  });
}

/** The bookmarks in reading order, those below one before its next. */
function bookmarksOf({ PDFName, PDFDict }: PdfLib, { catalog }: PDFDocument): readonly PDFDict[] {
  const found: PDFDict[] = [];
  const root = catalog.lookup(PDFName.of('Outlines'));
  const waiting = root instanceof PDFDict ? [root.lookup(PDFName.of('First'))] : [];
  const seen = new Set<unknown>();
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (!(next instanceof PDFDict) || seen.has(next)) continue;
    seen.add(next);
    found.push(next);
    // The one below is taken before the next beside it.
    waiting.push(next.lookup(PDFName.of('Next')), next.lookup(PDFName.of('First')));
  }
  return found;
}
