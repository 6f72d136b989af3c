import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Opened, type OpenOptions, openCalculator, textOf, until, write } from './calculator-page.js';
import { root, type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 400_000 });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const bloom = readFileSync(join(root, 'fixtures/runs/bloom/carboncard.yaml'), 'utf8');

let site: ServedSite;
const downloads = mkdtempSync(join(tmpdir(), 'carboncard-downloads-'));
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => {
  site.close();
  rmSync(downloads, { recursive: true });
});

const open = (browser: Browser, options: OpenOptions = {}): Promise<Opened> => openCalculator(browser, site, options);

describe('the page of the calculator', () => {
  it('fits, wide and narrow, light and dark: no complaint, nothing wider than the window, no violation', async () => {
    await site.withBrowser(async (browser) => {
      for (const [width, scheme] of [400, 1200].flatMap((one) => ['light', 'dark'].map((other) => [one, other] as const))) {
        const at = `${width} px, ${scheme}`;
        const { page, complaints } = await open(browser, { width, scheme });
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        expect(await page.evaluate('document.documentElement.scrollWidth'), at).toBe(width);
        expect(complaints, at).toEqual([]);
        await page.evaluate(axe);
        const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults;
        expect(passes.length, at).toBeGreaterThan(15);
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`),
          at,
        ).toEqual([]);
        if (process.env['SITE_PICTURES'] !== undefined)
          await page.screenshot({ path: join(process.env['SITE_PICTURES'], `${width}-${scheme}.png`) as `${string}.png`, fullPage: true });
        await page.close();
      }
    });
  });

  it('shows an error with its line and a caret, keeps the last section, and leads to the line by the keyboard', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser);
      await write(page, 'model: M\nhardware: 8 x A100 80GB\nduration: 3 wekks\nlocation: France\nyear: 2023\n');
      await until(page, `document.getElementById('findings').textContent.includes('^')`);
      expect(await textOf(page, 'findings')).toContain('carboncard.yaml:3:');
      expect(await textOf(page, 'findings')).toContain('3 | duration: 3 wekks');
      expect(await textOf(page, 'counts')).toContain('1 error');
      expect(await textOf(page, 'preview')).toContain('CO₂e');
      await page.focus('#findings button');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('manifest');
      expect(await page.evaluate(`document.getElementById('manifest').selectionStart`)).toBeGreaterThan(33);
    });
  });

  it('writes a manifest from the form, by the keyboard, with names that the tables suggest', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser);
      await until(page, `document.getElementById('hardware-names').children.length > 100`);
      await page.focus('#field-model');
      for (const word of ['org/kiwi', 'NVIDIA H100 SXM5 80GB', '16', '200', 'Norway', '2024']) {
        await page.keyboard.type(word);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await until(page, `document.getElementById('markdown').textContent.includes('Norway')`);
      const manifest = (await page.evaluate(`document.getElementById('manifest').value`)) as string;
      expect(manifest).toContain('hardware: 16 x NVIDIA H100 SXM5 80GB');
      expect(manifest).toContain('duration: 200 h');
      expect(await textOf(page, 'counts')).toMatch(/^No errors/);
    });
  });

  it('drafts a manifest from a log that is chosen, as init does', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser);
      const log = join(downloads, 'emissions.csv');
      const found = readdirSync(join(root, 'fixtures/trackers/codecarbon')).find((name) => name.endsWith('.csv')) ?? '';
      writeFileSync(log, readFileSync(join(root, 'fixtures/trackers/codecarbon', found)));
      const input = await page.$('#files');
      await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(log);
      await until(page, `document.getElementById('manifest').value.includes('from emissions.csv')`);
      expect(await page.evaluate(`document.getElementById('manifest').value`)).toContain('phases:');
    });
  });

  it('answers each change of a figure with a new section, and drops an answer that is out of date', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser);
      await write(page, bloom);
      await until(page, `document.getElementById('markdown').textContent.includes('BLOOM')`);
      const changed = (hours: number): string => `{
        const area = document.getElementById('manifest');
        area.value = area.value.replace(/accelerator_hours: \\d+/, 'accelerator_hours: ${hours}');
        area.dispatchEvent(new Event('input'));
      }`;
      const sections = new Set([await textOf(page, 'markdown')]);
      for (const hours of [2_000_000, 4_000_000]) {
        const before = JSON.stringify(await textOf(page, 'markdown'));
        await page.evaluate(changed(hours));
        await until(page, `document.getElementById('markdown').textContent !== ${before}`);
        sections.add(await textOf(page, 'markdown'));
      }
      expect(sections.size).toBe(3);
      const [, first = ''] = sections;
      // Many changes without a pause: what is shown in the end is of the last one.
      await page.evaluate([8_000_000, 4_000_000, 1_000_000, 2_000_000].map(changed).join(';'));
      await until(page, `document.getElementById('markdown').textContent === ${JSON.stringify(first)}`);
    });
  });

  it('keeps the manifest in the address: the link shows the same section, and the server gets none of it', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser);
      await write(page, bloom);
      await until(page, `location.hash.length > 500`);
      const section = await textOf(page, 'markdown');
      expect(section).toContain('BLOOM');
      const other = await open(browser, { hash: (await page.evaluate('location.hash')) as string });
      await until(other.page, `document.getElementById('markdown').textContent.includes('BLOOM')`);
      expect(await other.page.evaluate(`document.getElementById('manifest').value`)).toBe(bloom);
      expect(site.own.every((path) => path.length < 100)).toBe(true);
    });
  });

  it('keeps the manifest where the address changes to one that it cannot read', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser);
      await write(page, bloom);
      await page.evaluate(`location.hash = '#section'`);
      await until(page, `document.getElementById('said').textContent.startsWith('The address holds no calculation')`);
      expect(await page.evaluate(`document.getElementById('manifest').value`)).toBe(bloom);
    });
  });

  it('offers its files, with the bytes of what is shown, and charts as PNG', async () => {
    await site.withBrowser(async (browser) => {
      const { page, complaints } = await open(browser);
      const client = await page.createCDPSession();
      await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads, eventsEnabled: false });
      for (const id of ['get-markdown', 'get-json', 'get-report', 'get-manifest', 'get-svg', 'get-png']) {
        await page.focus(`#${id}`);
        await page.keyboard.press('Enter');
      }
      const wanted = ['carbon.md', 'assessment.json', 'report.md', 'carboncard.yaml', 'breakdown.svg', 'breakdown.png'];
      await expect.poll(() => readdirSync(downloads), { timeout: 30_000 }).toEqual(expect.arrayContaining(wanted));
      expect(readFileSync(join(downloads, 'carbon.md'), 'utf8')).toBe(await textOf(page, 'markdown'));
      expect([...readFileSync(join(downloads, 'breakdown.png')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
      expect(complaints).toEqual([]);
    });
  });

  it('opens and calculates without a network after the first visit', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await open(browser);
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
      site.isOffline = true;
      try {
        await page.reload({ waitUntil: 'load' });
        await page.waitForSelector('#preview section');
        await write(page, bloom);
        await until(page, `document.getElementById('markdown').textContent.includes('BLOOM')`);
      } finally {
        site.isOffline = false;
      }
    });
  });

  it('asked for nothing but its own files; and what is asked for elsewhere is seen', async () => {
    expect(site.foreign).toEqual([]);
    await site.withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.goto('http://example.org/elsewhere').catch(() => undefined);
    });
    expect(site.foreign).toContain('http://example.org/elsewhere');
  });
});
