import type { PDFDocument } from '@cantoo/pdf-lib';
import { escapeXml } from '../svg.js';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** What the metadata of a file say. */
export interface XmpFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly subject?: string | undefined;
  /** ISO date, `2026-03-01`. */
  readonly date?: string | undefined;
}

/** Adds the metadata as XMP, which libraries and search engines read; uncompressed, as they look for it. */
export function addXmp({ PDFName }: PdfLib, { context, catalog }: PDFDocument, facts: XmpFacts): void {
  const stream = context.stream(new TextEncoder().encode(xmpText(facts)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
}

/** The packet. It has no identifiers and no time of its own: those would differ from print to print. */
export function xmpText({ title, authors, language, subject, date }: XmpFacts): string {
  const items = (kind: 'Seq' | 'Bag', values: readonly string[]): string =>
    `<rdf:${kind}>${values.map((value) => `<rdf:li>${inXml(value)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const inLanguage = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${inXml(text)}</rdf:li></rdf:Alt>`;
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${inLanguage(title)}</dc:title>`,
    ...(authors.length === 0 ? [] : [`<dc:creator>${items('Seq', authors)}</dc:creator>`]),
    ...(subject === undefined ? [] : [`<dc:description>${inLanguage(subject)}</dc:description>`]),
    `<dc:language>${items('Bag', [language])}</dc:language>`,
    `<pdf:Producer>carboncard</pdf:Producer>`,
    `<xmp:CreatorTool>carboncard</xmp:CreatorTool>`,
    ...(date === undefined
      ? []
      : ['CreateDate', 'ModifyDate'].map((name) => `<xmp:${name}>${escapeXml(date.slice(0, 10))}T00:00:00Z</xmp:${name}>`)),
  ];
  const spaces = [
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  ];
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    `<rdf:RDF ${spaces.join(' ')}>`,
    '<rdf:Description rdf:about="">',
    ...properties,
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
    '',
  ].join('\n');
}

/** A text in XML, which holds no control characters. */
function inXml(text: string): string {
  return escapeXml(text.replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ').toWellFormed());
}
