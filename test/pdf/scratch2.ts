import { withBrowserHome } from '../../src/io/chromium.js';
import { renderHtml } from '../../src/render/html.js';
import { readFontLibrary } from '../../src/io/font-files.js';
import { bloom, charts, styleSheet } from './sample-report.js';
import puppeteer from 'puppeteer-core';
const fonts = readFontLibrary();
const html = await renderHtml(bloom, { charts, fonts, styleSheet });
await withBrowserHome(async (home) => {
  for (const mode of ['plain', 'wait', 'noload']) {
  const b = await puppeteer.launch({ executablePath: home.executable, ignoreDefaultArgs: true, args: ['--headless', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu', `--user-data-dir=${home.profile}`, 'about:blank'], env: { ...home.environment } });
  const p = await b.newPage();
  const c = await p.createCDPSession(); await c.send('Network.enable'); await c.send('Log.enable');
  for (const e of ['Network.requestWillBeSent','Network.loadingFailed', 'Network.loadingFinished', 'Network.responseReceived', 'Log.entryAdded'] as const) c.on(e, (x: unknown) => console.log(e, JSON.stringify(x, (k, v: unknown) => typeof v === 'string' ? v.slice(0, 120) : k === 'initiator' ? undefined : v).slice(0, 300)));
  p.on('console', (m) => console.log('console', m.text().slice(0, 300)));
  await p.setContent(html);
  if (mode === 'wait') await new Promise((r) => setTimeout(r, 1500));
  const r = mode==='noload' ? await p.evaluate(`document.fonts.ready.then(() => [...document.fonts].map((f) => f.status))`) : await p.evaluate(`Promise.all([...document.fonts].map((f) => f.load().then(() => f.status, (e) => f.family + f.weight + e.message)))`);
  console.log(mode, r);
  await b.close();
  }
});
