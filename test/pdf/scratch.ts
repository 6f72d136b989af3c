import { withBrowserHome } from '../../src/io/chromium.js';
import { withBrowser } from '../../src/render/browser.js';
import { renderHtml } from '../../src/render/html.js';
import { printPdf } from '../../src/render/pdf.js';
import { readFontLibrary } from '../../src/io/font-files.js';
import { bloom, least, longNamed, charts, styleSheet } from './sample-report.js';
import { writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
const t0 = performance.now();
const fonts = readFontLibrary();
await withBrowserHome((home) => { return withBrowser(home, (b) => b.withPage(async (p) => {
  console.log('launched', performance.now() - t0);
  for (const [name, doc] of Object.entries({ bloom, least, longNamed, bloom2: bloom, bloom3: bloom })) {
  const t1 = performance.now();
  const html = await renderHtml(doc, { charts, fonts, styleSheet });
  const t2 = performance.now();
  const raw = await p.print(html);
  const t3 = performance.now();
  writeFileSync(`/tmp/pdfwork/${name}.raw.pdf`, raw);
  const pdf = await printPdf(p, html, { ...doc, attachments: [{ name: 'assessment.json', data: new TextEncoder().encode('{}'), mediaType: 'application/json', description: 'x', relationship: 'Data' }] });
  console.log(name, html.length, raw.length, pdf.length, 'html', t2 - t1, 'raw', t3 - t2, 'print+finish', performance.now() - t3, createHash('sha256').update(pdf).digest('hex').slice(0, 12));
  writeFileSync(`/tmp/pdfwork/${name}.pdf`, pdf); writeFileSync(`/tmp/pdfwork/${name}.html`, html);
  }
})); });
console.log('end', performance.now() - t0);
