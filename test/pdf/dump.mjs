import { PDFDocument, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { readFileSync } from 'node:fs';
const d = await PDFDocument.load(readFileSync(process.argv[2]), { updateMetadata: false });
console.log(String(d.context.trailerInfo.Root), String(d.context.trailerInfo.Info), String(d.context.trailerInfo.ID));
for (const [ref, o] of d.context.enumerateIndirectObjects()) console.log(String(ref), String(o instanceof PDFRawStream ? o.dict : o).replace(/\s+/g, ' '), o instanceof PDFRawStream ? o.contents.length : '');
