import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesIn } from '../../scripts/build/site.mjs';
import { browse, violationsOf } from './browsed.js';
import { type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

let site: ServedSite;
let pages: readonly string[];
beforeAll(async () => {
  site = await serveSite({ hasCalculator: false });
  pages = filesIn(site.folder).filter((name: string) => name.endsWith('.html') && !name.startsWith('calculator/'));
});
afterAll(() => site.close());

/** One page of each kind: the start page, the list of all, and the first and longest of each folder. */
const kinds = [
  ...['index.html', 'search.html', 'readme.html', 'changelog.html', 'data-licences.html', 'docs/guides/index.html'],
  ...['docs/guides/card-from-a-log.html', 'docs/manifest.html', 'docs/collect-fleet.html', 'docs/formats/cyclonedx.html'],
  ...['docs/audits/arithmetic.html', 'docs/method.html', 'reports/index.html', 'reports/bloom/report.html'],
];

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('the frame', () => {
  it.each(
    [400, 1200].flatMap((width) => ['light', 'dark'].map((scheme) => ({ width, scheme }))),
  )('fits $width px, $scheme: no complaint, nothing wider than the window, no violation', async ({ width, scheme }) => {
    await site.withBrowser(async (browser) => {
      for (const name of kinds) {
        const at = `${name}, ${width} px, ${scheme}`;
        const { page, complaints } = await browse(browser, `${site.address}/${name}`, { width, scheme });
        expect(await page.evaluate(overflow), at).toBe(0);
        expect(await violationsOf(page), at).toEqual([]);
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        expect(await page.evaluate(overflow), `${at}, open`).toBe(0);
        expect(await violationsOf(page), `${at}, open`).toEqual([]);
        expect(complaints, at).toEqual([]);
        await page.close();
      }
    });
  });

  it('no page is wider than a phone, and none has a complaint', async () => {
    await site.withBrowser(async (browser) => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
      await page.setViewport({ width: 400, height: 1000 });
      const wide: string[] = [];
      for (const name of pages) {
        await page.goto(`${site.address}/${name}`, { waitUntil: 'load' });
        if ((await page.evaluate(overflow)) !== 0) wide.push(name);
      }
      expect(wide).toEqual([]);
      expect(complaints).toEqual([]);
    });
    expect(site.foreign).toEqual([]);
  });

  it('works without scripts: the menu, the pages of a group, and a list of all pages in place of the search', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await browse(browser, `${site.address}/docs/manifest.html`, { width: 400, hasScript: false });
      for (const name of ['.site-menu', '.side', '.contents']) {
        const isShown = async (): Promise<boolean> => (await (await page.$(`${name} li`))?.isVisible()) ?? false;
        expect(await isShown(), name).toBe(false);
        await page.click(`${name} summary`);
        expect(await isShown(), name).toBe(true);
        await page.click(`${name} summary`);
      }
      await page.focus('#search');
      await page.keyboard.type('grid');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(page.url()).toBe(`${site.address}/search.html?q=grid`);
      expect(await page.$$eval('main a', (links) => links.length)).toBeGreaterThan(60);
    });
  });

  it('shows the menu, the pages of the group and the contents beside a wide text, without a click', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await browse(browser, `${site.address}/docs/manifest.html`);
      for (const name of ['.site-menu', '.side', '.contents']) expect(await (await page.$(`${name} li a`))?.isVisible(), name).toBe(true);
      const current = await page.$$eval('[aria-current]', (links) => links.map((link) => link.textContent));
      expect(current).toEqual(['Reference', 'The manifest']);
    });
  });
});
