import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { finishPdf, type PdfFacts } from '../../../src/render/pdf.js';

const facts: PdfFacts = { title: '中文 & <b>', authors: ['A', 'B'], language: 'zh', date: '2026-03-01', attachments: [] };

/** A page with a tagged table as the browser writes it, its nodes numbered from `start`, its dates from a clock. */
async function printed(start: number, hour: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([100, 100]);
  const { context, catalog } = document;
  const id = (n: number): PDFString => PDFString.of(`node${String(start + n).padStart(8, '0')}`);
  const cell = (n: number, type: string, headers: readonly number[]) =>
    context.register(context.obj({ Type: 'StructElem', S: type, ID: id(n), A: [{ O: 'Table', Headers: headers.map(id) }], K: [] }));
  // Numbered against reading order, as nodes are that were made later and stand earlier.
  const [head, data] = [cell(7, 'TH', []), cell(3, 'TD', [7])];
  const row = context.register(context.obj({ Type: 'StructElem', S: 'TR', K: [head, data] }));
  const table = context.register(context.obj({ Type: 'StructElem', S: 'Table', K: row }));
  const leaf = context.register(context.obj({ Limits: [id(3), id(7)], Names: [id(3), data, id(7), head] }));
  const tree = context.register(context.obj({ Kids: [leaf] }));
  catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot', K: [table], IDTree: tree })));
  context.trailerInfo.Info = context.register(
    context.obj({ Producer: PDFString.of('Skia'), CreationDate: PDFString.of(`D:20260101${hour}0000Z`) }),
  );
  return document.save({ addDefaultPage: false });
}

async function finished(more: Partial<PdfFacts> = {}): Promise<PDFDocument> {
  return PDFDocument.load(await finishPdf(await printed(40, 11), { ...facts, ...more }), { updateMetadata: false });
}

describe('a finished PDF', () => {
  it('is the same whatever the browser’s count and clock', async () => {
    const [one, other] = await Promise.all([finishPdf(await printed(40, 11), facts), finishPdf(await printed(9_000, 23), facts)]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('is another where its content is', async () => {
    const [one, other] = [await finished(), await finished({ title: 'Other' })];
    expect(String(one.context.trailerInfo.ID)).not.toBe(String(other.context.trailerInfo.ID));
  });

  it('numbers tagged nodes in reading order, in cells, headers and the tree of names', async () => {
    const { context, catalog } = await finished();
    const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const names = root.lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Names'), PDFArray);
    expect([0, 2].map((index) => names.lookup(index, PDFString).decodeText())).toEqual(['node00000001', 'node00000002']);
    expect([1, 3].map((index) => names.lookup(index, PDFDict).lookup(PDFName.of('S'), PDFName).decodeText())).toEqual(['TH', 'TD']);
    const data = names.lookup(3, PDFDict);
    expect(String(data.lookup(PDFName.of('A')))).toContain('(node00000001)');
    const all = context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join(' ');
    expect(all).not.toMatch(/node0000004\d/);
  });

  it('says title, authors, language and date, and no clock’s', async () => {
    const document = await finished();
    expect([document.getTitle(), document.getAuthor(), document.getProducer(), document.getCreator()]).toEqual([
      '中文 & <b>',
      'A, B',
      'carboncard',
      'carboncard',
    ]);
    expect(document.getCreationDate()?.toISOString()).toBe('2026-03-01T00:00:00.000Z');
    expect(document.catalog.lookup(PDFName.of('Lang'), PDFHexString).decodeText()).toBe('zh');
    expect(document.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
  });

  it('has no date where the report has none', async () => {
    const { date: _, ...undated } = facts;
    const document = await PDFDocument.load(await finishPdf(await printed(1, 11), undated), { updateMetadata: false });
    expect([document.getCreationDate(), document.getModificationDate()]).toEqual([undefined, undefined]);
  });

  it('holds files by name, with what they are to it', async () => {
    const data = new TextEncoder().encode('{"a":1}');
    const attachment = { data, mediaType: 'application/json', description: 'All', relationship: 'Data' } as const;
    const { catalog } = await finished({
      attachments: [
        { ...attachment, name: 'b.json' },
        { ...attachment, name: 'a.json' },
      ],
    });
    const names = catalog
      .lookup(PDFName.of('Names'), PDFDict)
      .lookup(PDFName.of('EmbeddedFiles'), PDFDict)
      .lookup(PDFName.of('Names'), PDFArray);
    expect([0, 2].map((index) => names.lookup(index, PDFHexString).decodeText())).toEqual(['a.json', 'b.json']);
    const file = names.lookup(1, PDFDict);
    expect(file.lookup(PDFName.of('AFRelationship'), PDFName).decodeText()).toBe('Data');
    const stream = file.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
    if (!(stream instanceof PDFRawStream)) throw new TypeError('No stream');
    expect(stream.dict.lookup(PDFName.of('Subtype'), PDFName).decodeText()).toBe('application/json');
    expect(Buffer.from(decodePDFRawStream(stream).decode()).toString()).toBe('{"a":1}');
    expect(catalog.lookup(PDFName.of('AF'), PDFArray).size()).toBe(2);
  });
});
