import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browse, violationsOf } from './browsed.js';
import { type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 400_000 });

/** The index, compressed: it is loaded when somebody searches. */
const maxIndex = 200_000;

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

/** Types words, and returns what the page says and lists. */
async function search(page: Page, words: string): Promise<{ readonly status: string; readonly found: readonly string[] }> {
  await page.focus('#search');
  await page.evaluate("document.querySelector('#search').select()");
  await page.keyboard.type(words);
  const said = "document.querySelector('#search-status').textContent";
  await page.waitForFunction(`/result|loaded/.test(${said}) && document.querySelector('#search').value === ${JSON.stringify(words)}`);
  const found = await page.$$eval('#search-results a', (links) => links.map((link) => link.href));
  return {
    status: String(await page.evaluate(said)),
    found: found.map((href) => href.replace(/^.*\/site[^/]*\/|^https?:\/\/[^/]*\//, '')),
  };
}

describe('the search', () => {
  it('loads its index when it is first used, and leads to sections of pages', async () => {
    await site.withBrowser(async (browser) => {
      const { page, complaints } = await browse(browser, `${site.address}/docs/ci.html`);
      expect(site.own).not.toContain('/assets/search-index.js');
      const { status, found } = await search(page, 'open questions');
      expect(site.own).toContain('/assets/search-index.js');
      expect(status).toMatch(/^\d+(?: of \d+)? results?\.$/);
      expect(found.some((path) => path.startsWith('docs/guides/card-from-a-log.html#'))).toBe(true);
      expect((await search(page, 'implied intensity')).found[0]).toContain('docs/audits/implied-intensity.html');
      expect((await search(page, 'what is not counted')).found.length).toBeGreaterThan(3);
      expect((await search(page, 'calculator')).found[0]).toBe('calculator/index.html');
      expect((await search(page, 'H100')).found[0]).toContain('factors/');
      const { found: sections } = await search(page, 'uncertainty');
      expect(sections[0]).toBe('docs/method.html#uncertainty');
      expect(sections.filter((path) => path.endsWith('#environmental-impact')).length).toBeLessThan(4);
      expect(complaints).toEqual([]);
    });
  });

  it('finds a part of a word, a misspelt word, and words as people type them', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await browse(browser, `${site.address}/index.html`);
      expect((await search(page, 'cyclon')).found[0]).toContain('docs/formats/cyclonedx.html');
      expect((await search(page, 'uncertanty')).found.length).toBeGreaterThan(0);
      expect((await search(page, 'CO₂e')).found).toEqual((await search(page, 'co2e')).found);
      expect((await search(page, 'xyzzyplugh')).status).toBe('No results for “xyzzyplugh”.');
    });
  });

  it('is used by the keyboard: arrows, Enter, Escape; with its results open it has no violation', async () => {
    await site.withBrowser(async (browser) => {
      for (const [width, scheme] of [
        [400, 'dark'],
        [1200, 'light'],
      ] as const) {
        const { page } = await browse(browser, `${site.address}/docs/method.html`, { width, scheme });
        const { found } = await search(page, 'prometheus');
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        expect(await page.evaluate('document.activeElement.href')).toBe(`${site.address}/${found[1]}`);
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Escape');
        expect(await page.evaluate('document.activeElement.id')).toBe('search');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        expect(page.url()).toBe(`${site.address}/${found[0]}`);
      }
    });
  });

  it('answers the address that the form of a page without scripts leads to', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await browse(browser, `${site.address}/search.html?q=slurm`);
      await page.waitForSelector('#search-results a');
      expect(await page.evaluate("document.querySelector('#search').value")).toBe('slurm');
    });
  });

  it('works from a disk, in a folder whose name has blanks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carboncard site '));
    cpSync(site.folder, join(folder, 'site'), { recursive: true });
    try {
      await site.withBrowser(async (browser) => {
        const { page, complaints } = await browse(browser, pathToFileURL(join(folder, 'site/docs/formats/bib.html')).href);
        const { found } = await search(page, 'prometheus');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        expect(decodeURI(page.url())).toBe(`file://${folder}/site/${found[0]}`);
        expect(await page.$$eval('h1', (headings) => headings.length)).toBe(1);
        expect(complaints).toEqual([]);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says so where its index can not be loaded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carboncard-site-'));
    cpSync(site.folder, join(folder, 'site'), { recursive: true });
    writeFileSync(join(folder, 'site/assets/search-index.js'), 'throw new Error("planted");');
    try {
      await site.withBrowser(async (browser) => {
        const { page } = await browse(browser, pathToFileURL(join(folder, 'site/docs/ci.html')).href);
        expect((await search(page, 'grid')).status).toBe('The search index could not be loaded.');
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has a small index', () => {
    expect(gzipSync(readFileSync(join(site.folder, 'assets/search-index.js')), { level: 9 }).length).toBeLessThan(maxIndex);
  });
});
