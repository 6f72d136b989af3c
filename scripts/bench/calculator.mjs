// How long the calculator takes to answer a keystroke, in a browser: until its section is there, and until its charts are.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { median, root } from './measure.mjs';

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/** Keystrokes that are measured, after those that warm up. */
const keystrokes = 25;
const warmUp = 5;

/** What people notice as a delay, in seconds: times are compared with it. */
const noticed = { wall: 0.1 };

export async function calculator(table) {
  const { buildSite } = await import('../build/site.mjs');
  const { withBrowserHome } = await import('../../build/io/chromium/index.js');
  const { default: puppeteer } = await import('puppeteer-core');
  const site = mkdtempSync(join(tmpdir(), 'carboncard-bench-site-'));
  await buildSite({ root, site, compiled: join(root, 'build') });
  const server = await served(site);
  try {
    await withBrowserHome(async ({ executable, profile, environment, sandbox }) => {
      const args = ['--headless', '--disable-gpu', '--disable-dev-shm-usage', ...(sandbox ? [] : ['--no-sandbox'])];
      const browser = await puppeteer.launch({ executablePath: executable, userDataDir: profile, env: environment, pipe: true, args });
      try {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${server.address().port}/calculator/`);
        for (const name of ['least', 'bloom', 'twelve-phases']) {
          const text = readFileSync(join(root, 'fixtures/runs', name, 'carboncard.yaml'), 'utf8');
          const times = await answers(page, text);
          for (const what of ['section', 'chart']) {
            const all = times.map((one) => one[what]);
            table.time(`${name}: from a keystroke to its ${what}, of 100 ms`, { wall: median(all) / 1000 }, { of: noticed });
          }
        }
      } finally {
        await browser.close();
      }
    });
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(site, { recursive: true });
  }
}

/** Types another digit behind a year or a number, again and again, and waits for the answer. */
function answers(page, text) {
  return page.evaluate(
    `(${async (manifest, count, leftOut) => {
      const area = document.getElementById('manifest');
      const markdown = document.getElementById('markdown');
      const preview = document.getElementById('preview');
      const put = (words) => {
        area.value = words;
        area.dispatchEvent(new Event('input'));
      };
      const until = (isThere) =>
        new Promise((done) => {
          const seen = () => {
            if (!isThere()) return;
            observer.disconnect();
            done(performance.now());
          };
          const observer = new MutationObserver(seen);
          observer.observe(document.body, { childList: true, characterData: true, subtree: true, attributes: true });
          seen();
        });
      const times = [];
      for (let n = 0; n < count + leftOut; n++) {
        const name = `Probe ${n} of ${manifest.length}`;
        const start = performance.now();
        put(
          manifest
            .replace(/^(model: | {2}name: ).*$/m, `$1${name}`)
            .replace(/(duration: |accelerator_hours: )(\d+)/, (_, key, digits) => key + (Number(digits) + n)),
        );
        const section = await until(() => markdown.textContent.includes(name));
        const chart = await until(() => preview.querySelector('svg') !== null && preview.dataset.state !== 'drawing');
        if (n >= leftOut) times.push({ section: section - start, chart: chart - start });
        await new Promise((done) => setTimeout(done, 20));
      }
      return times;
    }})(${JSON.stringify(text)}, ${keystrokes}, ${warmUp})`,
  );
}

function served(site) {
  const server = createServer(({ url }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname).replace(/\/$/, '/index.html');
    const file = join(site, path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
