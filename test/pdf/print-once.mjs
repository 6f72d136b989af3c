// Prints one HTML file in a process of its own, as the built program does: node print-once.mjs <html> <pdf> <facts as JSON>
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const dist = (file) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
const { withBrowserHome } = await import(dist('io/chromium/index.js'));
const { withBrowser } = await import(dist('render/browser.js'));
const { printPdf } = await import(dist('render/pdf.js'));

const [html = '', pdf = '', facts = '{}'] = process.argv.slice(2);
const text = await readFile(html, 'utf8');
await withBrowserHome((home) =>
  withBrowser(home, (browser) =>
    browser.withPage(async (page) => writeFile(pdf, await printPdf(page, text, { ...JSON.parse(facts), attachments: [] }))),
  ),
);
