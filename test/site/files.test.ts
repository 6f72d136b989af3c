import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pdfText } from '../pdf/pdf-text.js';
import { openCalculator, textOf, until, write } from './calculator-page.js';
import { root, type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 400_000 });

let site: ServedSite;
const folder = mkdtempSync(join(tmpdir(), 'carboncard-site-files-'));
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true });
});

const fixture = (path: string): string => readFileSync(join(root, 'fixtures', path), 'utf8');
const hourByHour = (name: string): readonly [string, string] => [name, fixture(`runs/hour-by-hour/${name}`)];
const codecarbon = fixture('trackers/codecarbon/3.2.1_emissions.csv');

/** Drops files on the page, as a person does. */
async function drop(page: Page, files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of ${JSON.stringify(files)}) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      document.getElementById('preview').dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

/** Presses a button, and gives what the clipboard has then. */
async function copied(browser: Browser, page: Page, button: string): Promise<string> {
  await browser.defaultBrowserContext().overridePermissions(site.address, ['clipboard-read', 'clipboard-sanitized-write']);
  await page.bringToFront();
  await page.click(`#${button}`);
  await until(page, `document.getElementById('said').textContent.includes('copied')`);
  return (await page.evaluate('navigator.clipboard.readText()')) as string;
}

describe('files that are dropped on the calculator', () => {
  it('are drafted as a manifest, where they are logs', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      await drop(page, [['emissions.csv', codecarbon]]);
      await until(page, `document.getElementById('manifest').value.includes('from emissions.csv')`);
      expect(await textOf(page, 'said')).toMatch(/^The manifest is written, with \d+ open questions\.$/);
      expect(await page.evaluate(`document.body.classList.contains('dropping')`)).toBe(false);
    });
  });

  it('are read beside the manifest that names them: dropped together, the section is that of the command line', async () => {
    await site.withBrowser(async (browser) => {
      const { page, complaints } = await openCalculator(browser, site);
      await drop(page, ['training.measurement.json', 'carboncard.yaml', 'intensity.csv'].map(hourByHour));
      await until(page, `document.title.startsWith('Plover')`);
      expect(await textOf(page, 'json')).toBe(readFileSync(join(root, 'reports/hour-by-hour/assessment.json'), 'utf8'));
      expect(complaints).toEqual([]);
    });
  });

  it('are asked for by their names, and read once they come', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      await write(page, fixture('runs/hour-by-hour/carboncard.yaml'));
      await until(page, `document.getElementById('findings').textContent.includes('training.measurement.json, which is not on this page')`);
      expect(await textOf(page, 'findings')).toContain('Drop intensity.csv on the page, or choose it');
      await drop(page, ['training.measurement.json', 'intensity.csv'].map(hourByHour));
      await until(page, `document.title.startsWith('Plover')`);
      expect(await textOf(page, 'said')).toBe('The page reads training.measurement.json, intensity.csv, which the manifest names.');
      expect(site.own.every((path) => path.length < 100)).toBe(true);
    });
    expect(site.foreign).toEqual([]);
  });

  it('are read one after the other, and a manifest with them: quick drops lose none', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      for (const name of ['carboncard.yaml', 'training.measurement.json', 'intensity.csv']) await drop(page, [hourByHour(name)]);
      await until(page, `document.title.startsWith('Plover')`);
      expect(await page.evaluate(`document.getElementById('manifest').value`)).toBe(fixture('runs/hour-by-hour/carboncard.yaml'));
    });
  });

  it('are in what is downloaded as in what is shown, also once a file was dropped again', async () => {
    const least = fixture('runs/least/carboncard.yaml');
    const base = (hours: number): readonly [string, string] => ['base.yaml', least.replace('3 weeks', `${hours} h`)];
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      await page.evaluate(`(() => {
        globalThis.reports = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => (void blob.text().then((text) => reports.push(text)), make(blob));
      })()`);
      await write(page, `${least}base_model: base.yaml\n`);
      await until(page, `document.getElementById('findings').textContent.includes('base.yaml, which is not on this page')`);
      await page.click('#get-report');
      await until(page, `document.getElementById('said').textContent.startsWith('The manifest has an error, so it gives no files.')`);
      for (const [at, hours] of [1000, 9000].entries()) {
        await drop(page, [base(hours)]);
        await page.click('#get-report');
        await until(page, `reports.length === ${at + 1}`);
      }
      const [first, second] = (await page.evaluate('reports')) as readonly string[];
      expect(first).toContain('base.yaml');
      expect(first).not.toBe(second);
      expect(await copied(browser, page, 'copy-link')).toMatch(/#a/);
      expect(await textOf(page, 'said')).toContain('The manifest names files: send these as well.');
    });
  });

  it('that a dropped manifest does not name are said', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      await drop(page, [
        ['carboncard.yaml', fixture('runs/bloom/carboncard.yaml')],
        ['emissions.csv', codecarbon],
      ]);
      await until(page, `document.title.startsWith('BLOOM')`);
      await until(page, `document.getElementById('said').textContent.startsWith('The manifest does not name emissions.csv')`);
    });
  });
});

describe('what is copied', () => {
  it('is the section in Markdown, and a link that holds the manifest', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      expect(await copied(browser, page, 'copy-markdown')).toBe(await textOf(page, 'markdown'));
      const link = await copied(browser, page, 'copy-link');
      expect(link).toMatch(/\/calculator\/#a[\w-]{50,}$/);
      const other = await openCalculator(browser, site, { hash: new URL(link).hash });
      expect(await other.page.evaluate(`document.getElementById('manifest').value`)).toBe(fixture('runs/least/carboncard.yaml'));
    });
  });

  it('is nothing where the browser forbids it: the page says what to do instead', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      await browser.defaultBrowserContext().overridePermissions(site.address, []);
      await page.click('#copy-link');
      await until(page, `document.getElementById('said').textContent !== ''`);
      expect(await textOf(page, 'said')).toBe(
        'The browser does not allow this page to copy. Copy the address of the page, which is the link.',
      );
    });
  });

  it('is a long link with a warning, and no link where the manifest is too long for one', async () => {
    // Numbers of no pattern, which hardly pack.
    const noise = (count: number): string => Array.from({ length: count }, (_, n) => ((n * n * 7919) % 999_983).toString(36)).join('');
    const least = fixture('runs/least/carboncard.yaml');
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      await write(page, `${least}# ${noise(4000)}\n`);
      const link = await copied(browser, page, 'copy-link');
      expect(link.length).toBeGreaterThan(8000);
      expect(await textOf(page, 'said')).toContain(`has ${link.length} characters: some programs cut so long a link`);
      const other = await openCalculator(browser, site, { hash: new URL(link).hash });
      expect(await other.page.evaluate(`document.getElementById('manifest').value.length`)).toBeGreaterThan(8000);
      await write(page, `${least}# ${noise(80_000)}\n`);
      await page.click('#copy-link');
      await until(page, `document.getElementById('said').textContent.startsWith('The manifest is too long for a link')`);
      expect(await page.evaluate('location.hash')).toBe('');
    });
  });
});

describe('what is printed', () => {
  it.each(['light', 'dark'])('is the section alone, dark on white, of a page that is %s', async (scheme) => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site, { scheme });
      const file = join(folder, `${scheme}.pdf`);
      writeFileSync(file, await page.pdf({ format: 'A4', printBackground: true }));
      const pages = await pdfText(file);
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain('Environmental Impact');
      expect(pages[0]).not.toMatch(/Write the manifest|Copy link|Formulas, inputs|licences|Go to line/);
      await page.emulateMediaType('print');
      const colours = await page.evaluate(`(() => {
        const of = (name) => getComputedStyle(document.body)[name];
        const table = getComputedStyle(document.querySelector('#preview table'));
        return [of('backgroundColor'), of('color'), table.color];
      })()`);
      const [ground, ...inks] = colours as readonly string[];
      expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground);
      for (const ink of inks) expect(Math.max(...(ink?.match(/\d+/g) ?? ['255']).map(Number)), ink).toBeLessThan(80);
    });
  });

  it('has the chart laid out for paper, also from a phone', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site, { width: 400 });
      await page.emulateMediaType('print');
      const shown = `[...document.querySelectorAll('#preview figure > div')].map((one) => [one.className, getComputedStyle(one).display !== 'none'])`;
      expect(await page.evaluate(shown)).toEqual([
        ['wide', true],
        ['narrow', false],
      ]);
    });
  });
});

describe('the licences', () => {
  it('of everything that is bundled are on the site, and the page leads to them', async () => {
    await site.withBrowser(async (browser) => {
      const { page } = await openCalculator(browser, site);
      await page.click('footer.licences a[href$="licences.txt"]');
      await page.waitForFunction(`location.pathname.endsWith('/licences.txt')`);
      const text = (await page.evaluate('document.body.textContent')) as string;
      expect(text).toMatch(/^vega-lite \d+\.\d+\.\d+ \(BSD-3-Clause\)$/m);
      expect(text).toContain('SIL OPEN FONT LICENSE');
      expect(text).toContain('Permission is hereby granted');
      expect(text).not.toContain('undefined');
    });
  });
});
