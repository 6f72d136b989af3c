import { posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filesIn } from '../../scripts/build/site.mjs';
import { browse, violationsOf } from './browsed.js';
import { type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let site: ServedSite;
let pages: readonly string[];
beforeAll(async () => {
  site = await serveSite();
  pages = filesIn(site.folder).filter((name: string) => name.endsWith('.html') && !name.startsWith('calculator/'));
});
afterAll(() => site.close());

/** The folder of a page, whose pages are of one kind; those of all reports are. */
const folderOf = (name: string): string => (name.startsWith('reports/') ? 'reports' : posix.dirname(name));

/** Pages of each folder, as many as are asked for, spread over the whole of it. */
function someOf(each: number): readonly string[] {
  return [...new Set(pages.map(folderOf))].flatMap((folder) => {
    const own = pages.filter((name) => folderOf(name) === folder);
    return own.filter((_, at) => at % Math.ceil(own.length / each) === 0);
  });
}

/** A page of each kind, and those with most in them. */
const wanted = ['index.html', 'docs/manifest.html', 'docs/collect-fleet.html', 'reports/bloom/report.html'];

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('the frame', () => {
  it.each(
    [400, 1200].flatMap((width) => ['light', 'dark'].map((scheme) => ({ width, scheme }))),
  )('fits $width px, $scheme: no complaint, nothing wider than the window, no violation', async ({ width, scheme }) => {
    await site.withBrowser(async (browser) => {
      // Colours are those of every width: the folders are looked at in two of the four.
      const folders = (width === 400) === (scheme === 'dark') ? someOf(1) : [];
      for (const name of new Set([...wanted, ...folders])) {
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

  it('no page of many is wider than a phone or has a complaint, and none of some has a violation', async () => {
    await site.withBrowser(async (browser) => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
      await page.setViewport({ width: 400, height: 1000 });
      const wide: string[] = [];
      const violations: string[] = [];
      const looked = new Set(someOf(6));
      for (const name of someOf(40)) {
        await page.goto(`${site.address}/${name}`, { waitUntil: 'load' });
        if ((await page.evaluate(overflow)) !== 0) wide.push(name);
        if (looked.has(name)) violations.push(...(await violationsOf(page)).map((one) => `${name}: ${one}`));
      }
      expect(wide).toEqual([]);
      expect(violations).toEqual([]);
      expect(complaints).toEqual([]);
    });
    expect(site.foreign).toEqual([]);
  });

  it('works without scripts: the menu, the pages of a group, and a list of all pages in place of the search', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await browse(browser, `${site.address}/docs/manifest.html`, { width: 400, hasScript: false });
      for (const name of ['.site-menu', '.side', '.contents']) {
        const isShown = (): Promise<unknown> => page.evaluate(`document.querySelector('${name} li').checkVisibility()`);
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
      for (const name of ['.site-menu', '.side', '.contents']) {
        expect(await page.evaluate(`document.querySelector('${name} li a').checkVisibility()`), name).toBe(true);
        expect(await page.evaluate(`document.querySelector('${name} summary').checkVisibility()`), name).toBe(name === '.contents');
      }
      const current = await page.$$eval('[aria-current]', (links) => links.map((link) => link.textContent));
      expect(current).toEqual(['Reference', 'The manifest']);
    });
  });
});
