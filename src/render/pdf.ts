import { createHash } from 'node:crypto';
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { PrintingPage } from './browser.js';
import { renumberNodes } from './pdf/nodes.js';
import { mapRoles, nameBookmarks } from './pdf/outline.js';
import { addXmp } from './pdf/xmp.js';

/** A file inside the PDF. */
export interface Attachment {
  /** Name without a folder, `assessment.json`. */
  readonly name: string;
  readonly data: Uint8Array;
  /** `application/json`. */
  readonly mediaType: string;
  readonly description: string;
  /** What it is to the document: what it was made from, or the data that it shows. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

/** Metadata and attachments of the file. */
export interface PdfFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly subject?: string | undefined;
  /** ISO date, `2026-03-01`. Without one the file has no date: it never gets the clock's. */
  readonly date?: string | undefined;
  /** Headings in reading order: the names of the bookmarks. */
  readonly headings?: readonly string[] | undefined;
  readonly attachments: readonly Attachment[];
}

type PdfLib = typeof import('@cantoo/pdf-lib');

/**
 * Prints a report and finishes it: metadata, attachments, and everything that differs from print to print made the same.
 *
 * @returns The file. Same HTML, same facts and same browser give the same bytes.
 */
export async function printPdf(page: PrintingPage, html: string, facts: PdfFacts): Promise<Uint8Array> {
  // Loaded here and not above: commands that print nothing don't pay 220 ms for it. While the browser prints nothing else is to be done.
  const [printed, lib] = await Promise.all([page.print(html), import('@cantoo/pdf-lib')]);
  return finished(lib, printed, facts);
}

/** The second half of `printPdf`: what is done to the browser's file. */
export async function finishPdf(printed: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  return finished(await import('@cantoo/pdf-lib'), printed, facts);
}

async function finished(lib: PdfLib, printed: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  // In one go: the pauses that pdf-lib makes by default are for a page that has to answer meanwhile.
  const document = await lib.PDFDocument.load(printed, { updateMetadata: false, parseSpeed: lib.ParseSpeeds.Fastest });
  renumberNodes(lib, document);
  mapRoles(lib, document);
  nameBookmarks(lib, document, facts.headings ?? []);
  describe(lib, document, facts);
  addXmp(lib, document, facts);
  attach(lib, document, facts);
  const none = lib.PDFHexString.of(noIdentifier);
  document.context.trailerInfo.ID = document.context.obj([none, none]);
  const options = { useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity };
  return identified(await document.save(options));
}

const noIdentifier = '0'.repeat(32);

/**
 * Puts the identifier into a file that has zeros in its place, both times. It is a hash of that file, so that the same content has the
 * same identifier. The trailer is at the end and is not compressed.
 */
function identified(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const identifier = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const second = bytes.lastIndexOf(`<${noIdentifier}>`);
  const first = bytes.lastIndexOf(`<${noIdentifier}>`, second - 1);
  if (first < 0) throw new Error('The PDF has no place for its identifier');
  for (const at of [first, second]) bytes.write(identifier, at + 1, 'latin1');
  return file;
}

/** Title, authors, language, dates; and that a viewer shows the title, not the file's name, in its window. */
function describe({ PDFName, PDFHexString, PDFString, PDFDict }: PdfLib, document: PDFDocument, facts: PdfFacts): void {
  const { context, catalog } = document;
  const known = context.lookup(context.trailerInfo.Info);
  const info = known instanceof PDFDict ? known : context.obj({});
  for (const key of info.keys()) info.delete(key);
  const setText = (key: string, value: string): void => info.set(PDFName.of(key), PDFHexString.fromText(value));
  setText('Title', facts.title);
  if (facts.authors.length > 0) setText('Author', facts.authors.join(', '));
  if (facts.subject !== undefined) setText('Subject', facts.subject);
  setText('Creator', 'carboncard');
  setText('Producer', 'carboncard');
  const date = pdfDate(facts.date);
  if (date !== undefined) for (const key of ['CreationDate', 'ModDate']) info.set(PDFName.of(key), PDFString.of(date));
  if (known !== info) context.trailerInfo.Info = context.register(info);

  catalog.set(PDFName.of('Lang'), PDFHexString.fromText(facts.language));
  const preferences = catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
}

/** `2026-03-01` as PDF writes it, at midnight UTC. */
function pdfDate(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '') ?? [];
  return year === undefined || month === undefined || day === undefined ? undefined : `D:${year}${month}${day}000000Z`;
}

function attach({ PDFName, PDFDict, PDFHexString, PDFString }: PdfLib, document: PDFDocument, facts: PdfFacts): void {
  if (facts.attachments.length === 0) return;
  const { context, catalog } = document;
  // A name tree is looked up by halving, so its names have to be in order.
  const sorted = [...facts.attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = sorted.map((attachment) => [PDFHexString.fromText(attachment.name), fileSpecification(attachment)] as const);
  const known = catalog.lookup(PDFName.of('Names'));
  const names = known instanceof PDFDict ? known : context.obj({});
  names.set(PDFName.of('EmbeddedFiles'), context.obj({ Names: files.flat() }));
  if (known !== names) catalog.set(PDFName.of('Names'), names);
  catalog.set(PDFName.of('AF'), context.obj(files.map(([, file]) => file)));

  function fileSpecification({ name, data, mediaType, description, relationship }: Attachment): PDFRef {
    const date = pdfDate(facts.date);
    const stream = context.flateStream(data, {
      Type: 'EmbeddedFile',
      Subtype: mediaType,
      Params: {
        Size: data.length,
        CheckSum: PDFHexString.of(createHash('md5').update(data).digest('hex')),
        ...(date === undefined ? {} : { ModDate: PDFString.of(date) }),
      },
    });
    const file = context.register(stream);
    return context.register(
      context.obj({
        Type: 'Filespec',
        F: PDFHexString.fromText(name),
        UF: PDFHexString.fromText(name),
        EF: { F: file, UF: file },
        Desc: PDFHexString.fromText(description),
        AFRelationship: relationship,
      }),
    );
  }
}
