// Takes the pictures of the README: the section of a card before and after `carboncard card`, in GitHub's style, as PNG files in
// docs/images. Run it after `npm run reports` where the section's look has changed: `npm run pictures`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import puppeteer from 'puppeteer-core';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { withBrowserHome } from '../build/io/chromium/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const style = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const cards = { 'card-before': 'fixtures/cards/small-lm/before/README.md', 'card-after': 'fixtures/cards/small-lm/after/README.md' };
/** Regular and bold, as the machine may have no bold font. */
const fonts = [
  ['400Regular', 400],
  ['600SemiBold', 600],
].map(([name, weight]) => {
  const file = createRequire(import.meta.url).resolve(`@expo-google-fonts/ibm-plex-sans/${name}/IBMPlexSans_${name}.ttf`);
  const data = readFileSync(file).toString('base64');
  return `@font-face { font-family: Text; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}); }`;
});
/** CSS pixels: half of the width of a README, which shows both next to each other. */
const width = 480;

await withBrowserHome(async (home) => {
  const browser = await puppeteer.launch({
    executablePath: home.executable,
    env: { ...home.environment },
    args: [`--user-data-dir=${home.profile}`, '--font-render-hinting=none', ...(home.sandbox ? [] : ['--no-sandbox'])],
  });
  try {
    mkdirSync(join(root, 'docs/images'), { recursive: true });
    for (const [name, card] of Object.entries(cards)) {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.setViewport({ width, height: 800, deviceScaleFactor: 2 });
      await page.setContent(pageOf(join(root, card)), { waitUntil: 'load' });
      const section = await page.$('article');
      writeFileSync(join(root, `docs/images/${name}.png`), await section.screenshot());
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

/** The section Environmental Impact of a card as a page. */
function pageOf(card) {
  const text = readFileSync(card, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  const start = tree.children.findIndex(
    (node) => node.type === 'heading' && text.slice(node.position.start.offset).startsWith('## Environmental Impact'),
  );
  const length = tree.children.slice(start + 1).findIndex((node) => node.type === 'heading' && node.depth <= 2);
  const section = { ...tree, children: tree.children.slice(start, length < 0 ? undefined : start + 1 + length) };
  const html = toHtml(toHast(section, { allowDangerousHtml: true }), { allowDangerousHtml: true }).replaceAll(
    /src="([^":]+)"/g,
    (_, file) => {
      return `src="data:image/png;base64,${readFileSync(join(dirname(card), file)).toString('base64')}"`;
    },
  );
  return `<!doctype html><meta charset="utf-8"><style>${style} ${fonts.join(' ')} article { padding: 16px; font-family: Text, sans-serif !important; }</style><article class="markdown-body">${html}</article>`;
}
