import { readFileSync, writeFileSync } from 'node:fs';
import { withBrowserHome } from '../../src/io/chromium.js';
import { withBrowser } from '../../src/render/browser.js';
import { PDFDocument } from '@cantoo/pdf-lib';
const html = readFileSync('/tmp/pdfwork/bloom.html', 'utf8');
const rules = { none: [], ulA: ['.arithmetic ul { break-after: auto !important }'], ulI: ['ul { break-inside: auto !important }'], p: ['p { break-after: auto !important }'], pre: ['pre { break-inside: auto !important }'], h: ['h2 + *, h3 + * { break-before: auto !important }'], hi: ['h1,h2,h3{break-inside: auto !important}'], li: ['li{break-inside:auto !important}'] };
await withBrowserHome((home) => withBrowser(home, (b) => b.withPage(async (p) => {
  for (const [k, r] of Object.entries(rules)) {
    const pdf = await p.print(html.replace('</head>', `<style>${r.join('')}</style></head>`));
    writeFileSync(`/tmp/pdfwork/x-${k}.pdf`, pdf);
    console.log(k, (await PDFDocument.load(pdf)).getPageCount());
  }
})));
