import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browsed, browse, violationsOf } from './browsed.js';
import { type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 400_000 });

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const open = (browser: Browser, path: string, options: Parameters<typeof browse>[2] = {}): Promise<Browsed> =>
  browse(browser, `${site.address}/${path}`, options);

const status = (page: Page): Promise<string> =>
  page.evaluate(`document.querySelector('.filter [role=status]').textContent`) as Promise<string>;
/** Ids of the rows that are shown, in their order. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility()).map(({ id }) => id)`) as Promise<
    string[]
  >;

describe('the tables of factors, and the pages of logs', () => {
  it('fit, wide and narrow, light and dark: no complaint, nothing wider than the window, no violation', async () => {
    await site.withBrowser(async (browser) => {
      const tables = ['index', 'countries', 'countries-2022', 'regions', 'devices', 'servers', 'ranges', 'sources', 'places/fr'];
      for (const path of [...tables.map((name) => `factors/${name}`), 'docs/trackers/index', 'docs/trackers/codecarbon'])
        for (const [width, scheme] of [400, 1200].flatMap((one) => ['light', 'dark'].map((other) => [one, other] as const))) {
          const at = `${path}, ${width} px, ${scheme}`;
          const { page, complaints } = await open(browser, `${path}.html`, { width, scheme });
          expect(await page.evaluate('document.documentElement.scrollWidth'), at).toBe(width);
          // The rows are alike: some of them, so that the test is quick.
          await page.evaluate(`for (const row of document.querySelectorAll('tbody tr:nth-child(n + 40)')) row.remove()`);
          expect(complaints, at).toEqual([]);
          expect(await violationsOf(page), at).toEqual([]);
          if (process.env['SITE_PICTURES'] !== undefined)
            await page.screenshot({
              path: join(process.env['SITE_PICTURES'], `${path.replaceAll('/', '-')}-${width}-${scheme}.png`) as `${string}.png`,
            });
          await page.close();
        }
    });
  });

  it('filter as one types, in other languages and without accents, say how many rows are left, and keep it in the address', async () => {
    await site.withBrowser(async (browser) => {
      const { page, complaints } = await open(browser, 'factors/countries-2022.html');
      expect(await status(page)).toBe('213 rows');
      expect((await shown(page)).length).toBe(213);
      await page.focus('#filter-countries');
      await page.keyboard.type('france');
      expect(await shown(page)).toEqual(['grid-fr-2022']);
      expect(await status(page)).toBe('1 of 213 rows');
      expect(await page.evaluate('location.hash')).toBe('#q=france');
      for (const [query, id] of [
        ['frankreich', 'grid-fr-2022'],
        ['フランス', 'grid-fr-2022'],
        ['TURKIYE', 'grid-tr-2022'],
        ['Österreich', 'grid-at-2022'],
      ] as const) {
        await page.evaluate(`document.getElementById('filter-countries').value = ''`);
        await page.type('#filter-countries', query);
        expect(await shown(page), query).toEqual([id]);
      }
      await page.evaluate(`document.getElementById('filter-countries').value = ''`);
      await page.type('#filter-countries', 'nowhere at all');
      expect(await status(page)).toBe('0 of 213 rows');
      expect(complaints).toEqual([]);
    });
  });

  it('lead from a year that is searched for to the page of that year, with the same words', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser, 'factors/countries.html');
      await page.type('#filter-countries', 'France 2022');
      expect(await page.evaluate(`document.querySelector('.elsewhere').textContent`)).toBe('On the page of this year: france, 2022');
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('.elsewhere a')]);
      expect(await page.evaluate('location.pathname + location.hash')).toBe('/factors/countries-2022.html#q=france');
      expect(await shown(page)).toEqual(['grid-fr-2022']);
    });
  });

  it('sort by a column with the keyboard: rising, falling, as they were; a cell without a value is last', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser, 'factors/devices.html');
      const before = await shown(page);
      const idle = 'thead th:nth-child(3)';
      const sorted = (): Promise<unknown> => page.evaluate(`document.querySelector('${idle}').getAttribute('aria-sort')`);
      const values = async (): Promise<readonly number[]> =>
        (
          (await page.evaluate(
            `[...document.querySelectorAll('tbody tr td:nth-child(3)')].map(({ textContent }) => textContent)`,
          )) as string[]
        ).flatMap((text) => (text === '–' ? [] : [Number(text)]));
      await page.focus(`${idle} button`);
      await page.keyboard.press('Enter');
      expect(await sorted()).toBe('ascending');
      expect(await page.evaluate('location.hash')).toBe('#sort=idle-power');
      const rising = await values();
      expect(rising.length).toBeGreaterThan(10);
      expect(rising).toEqual(rising.toSorted((a, b) => a - b));
      await page.keyboard.press('Enter');
      expect(await sorted()).toBe('descending');
      expect(await values()).toEqual(rising.toReversed());
      expect(await page.evaluate(`document.querySelector('tbody tr:last-child td:nth-child(3)').textContent`)).toBe('–');
      await page.keyboard.press('Enter');
      expect(await sorted()).toBe(null);
      expect(await shown(page)).toEqual(before);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Idle power (W)');
    });
  });

  it('sort a row without a range last, whichever way', async () => {
    await site.withBrowser(async (browser) => {
      for (const order of ['ascending', 'descending']) {
        const { page } = await open(browser, `factors/device-figures.html#sort=5-95-&order=${order}`);
        expect(await page.evaluate(`document.querySelector('thead th[aria-sort=${order}]').textContent`)).toBe('5–95 %');
        const ranges = (await page.evaluate(
          `[...document.querySelectorAll('tbody tr td:nth-child(3)')].map(({ textContent }) => textContent)`,
        )) as string[];
        const first = ranges.indexOf('none');
        expect(first, order).toBeGreaterThan(10);
        expect(new Set(ranges.slice(first)), order).toEqual(new Set(['none']));
        await page.close();
      }
    });
  });

  it('show what a shared address says, each table of a page its own', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser, 'factors/device-figures.html#q=h100+sxm5+power&sort=value&order=descending');
      expect(await shown(page)).toEqual(['device-h100-sxm5-80gb-power', 'device-h100-sxm5-80gb-idle']);
      const other = await open(browser, 'factors/places/fr.html#grid.q=2022');
      expect((await shown(other.page)).filter((id) => id.startsWith('grid-fr-20'))).toEqual(['grid-fr-2022']);
      expect((await shown(other.page)).length).toBeGreaterThan(10);
      const row = await open(browser, 'factors/countries-2022.html#grid-fr-2022');
      expect(await row.page.evaluate(`document.querySelector('tr:target').id`)).toBe('grid-fr-2022');
      expect(await status(row.page)).toBe('213 rows');
    });
  });

  it('are whole without scripts, with no field that does nothing', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser, 'factors/countries-2022.html', { hasScript: false });
      const texts = await page.$$eval('tbody tr', (rows) => rows.map(({ textContent }) => textContent));
      expect(texts.length).toBe(213);
      expect(await page.$$eval('form.filter', (forms) => forms.map((form) => form.checkVisibility()))).toEqual([false]);
      expect(await page.$$('thead button')).toEqual([]);
    });
  });

  it('ask for nothing elsewhere', () => {
    expect(site.own).toContain('/assets/tables/tables.js');
    expect(site.foreign).toEqual([]);
  });
});
