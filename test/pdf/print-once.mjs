// Prints one HTML file in a process of its own, with the compiled modules: node print-once.mjs <html> <pdf> <facts as JSON>
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const compiled = (file) => fileURLToPath(new URL(`../../build/${file}`, import.meta.url));
const { withBrowserHome } = await import(compiled('io/chromium/index.js'));
const { withBrowser } = await import(compiled('render/browser.js'));
const { printPdf } = await import(compiled('render/pdf.js'));

const [html = '', pdf = '', facts = '{}'] = process.argv.slice(2);
const text = await readFile(html, 'utf8');
await withBrowserHome((home) =>
  withBrowser(home, (browser) =>
    browser.withPage(async (page) => writeFile(pdf, await printPdf(page, text, { ...JSON.parse(facts), attachments: [] }))),
  ),
);
