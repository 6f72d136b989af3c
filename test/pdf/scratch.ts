import { readFileSync, writeFileSync } from 'node:fs';
import { withBrowserHome } from '../../src/io/chromium.js';
import { withBrowser } from '../../src/render/browser.js';
import { readFontLibrary } from '../../src/pipeline/bundled-files.js';
import { readManifests } from '../../src/pipeline/read-manifests.js';
import { readLayout } from '../../src/pipeline/read-templates.js';
import { reportFiles } from '../../src/pipeline/report-files.js';
import { assess } from '../../src/assess/assess.js';
const layout = await readLayout(undefined);
const fonts = readFontLibrary();
const names = process.argv.slice(2);
await withBrowserHome((home) => withBrowser(home, (b) => b.withPage(async (p) => {
  for (const n of names) {
    const [m] = await readManifests([`fixtures/runs/${n}/carboncard.yaml`]);
    const page = { print: async (html: string) => { writeFileSync(`/tmp/pdfwork/${n}.html`, html); const t = performance.now(); const r = await p.print(html); console.log(n, performance.now() - t); return r; } };
    const { files } = await reportFiles(assess(m!, {}), m!.text, ['pdf'], { layout, fonts, page });
    writeFileSync(`/tmp/pdfwork/${n}.pdf`, files.get('carbon.pdf')!);
  }
})));
