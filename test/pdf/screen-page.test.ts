import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderManifests } from '../../src/index.js';
import { withTestBrowser } from './test-browser.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'carboncard-screen-'));
const fixtures = ['bloom', 'least', 'five-phases', 'twelve-phases'] as const;
type Fixture = (typeof fixtures)[number];
/** A chart of use, and names that are long, in other scripts, and markup. */
const hostile = {
  model: 'A <script>alert(1)</script> | {{x}} model 模型 نموذج of a name as long as some are',
  slug: 'hostile',
  site: { location: 'France' },
  phases: [
    { phase: 'training', name: '<b>"one"</b> & two', hardware: '8 x A100 80GB', duration: '3 weeks', year: 2024 },
    { phase: 'deployment', hardware: '1 x A100 80GB', duration: '900 hours', requests: 900000, year: 2024 },
  ],
};
const pages = ['bloom', 'least', 'five-phases', 'hostile'] as const;

beforeAll(async () => {
  const { slug, site, model, phases } = hostile;
  const manifest = { model: { name: model, slug }, location: site.location, phases };
  const own = join(folder, 'hostile.json');
  writeFileSync(own, JSON.stringify(manifest));
  const manifests = [...fixtures.map((name) => `fixtures/runs/${name}/carboncard.yaml`), own];
  await renderManifests(manifests, { outDir: folder, formats: ['html', 'json', 'md', 'pdf'] });
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: Fixture | 'hostile'): string => join(folder, name, 'carbon.html');

const widths = [400, 1200] as const;
const schemes = ['light', 'dark'] as const;

interface Opened {
  readonly page: Page;
  /** Addresses that were asked for, but for the page itself and what is in it. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens a file without a network, and listens. */
async function open(browser: Browser, file: string, width: number, scheme: (typeof schemes)[number]): Promise<Opened> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url !== `file://${file}`) requests.push(url);
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.setOfflineMode(true);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height: 900 });
  await page.goto(`file://${file}`, { waitUntil: 'load' });
  return { page, requests, complaints };
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations: found, passes } = (await page.evaluate('axe.run()')) as AxeResults;
  expect(passes.length).toBeGreaterThan(15);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Texts of the charts that are shown, with the contrast of each against the page. */
const contrasts = `(() => {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/\\d+/g).map((part) => linear(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('figure svg')].filter((svg) => svg.getBoundingClientRect().width > 0).flatMap((svg) =>
    [...svg.querySelectorAll('text')].map((text) => {
      const own = luminance(getComputedStyle(text).fill);
      return (Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05);
    }));
})()`;

describe.each(pages)('the page of %s', (name) => {
  it('opens from disk, wide and narrow, light and dark: no request, no complaint, nothing wider than the window, no violation', async () => {
    await withTestBrowser(async (browser) => {
      for (const [width, scheme] of widths.flatMap((one) => schemes.map((other) => [one, other] as const))) {
        const at = `${width} px, ${scheme}`;
        const { page, requests, complaints } = await open(browser, fileOf(name), width, scheme);
        expect(await page.evaluate('document.documentElement.scrollWidth'), at).toBe(width);
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        expect(await page.evaluate('document.documentElement.scrollWidth'), at).toBe(width);
        expect(await violations(page), at).toEqual([]);
        const shown = (await page.evaluate(contrasts)) as readonly number[];
        expect(shown.length, at).toBeGreaterThan(6);
        for (const contrast of shown) expect(contrast, at).toBeGreaterThanOrEqual(4.5);
        expect(requests, at).toEqual([]);
        expect(complaints, at).toEqual([]);
        await page.close();
      }
    });
  });

  it('prints as the PDF does: as many pages, no contents, the wide chart', async () => {
    await withTestBrowser(async (browser) => {
      const { page } = await open(browser, fileOf(name), 400, 'dark');
      const printed = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }), { updateMetadata: false });
      const pdf = await PDFDocument.load(readFileSync(join(dirname(fileOf(name)), 'carbon.pdf')), { updateMetadata: false });
      expect(printed.getPageCount()).toBeLessThanOrEqual(pdf.getPageCount());
      await page.emulateMediaType('print');
      const shown = `['nav', 'footer', '.narrow', '.facts', '.wide'].map((one) => document.querySelector(one)?.checkVisibility() ?? false)`;
      expect(await page.evaluate(shown)).toEqual([false, false, false, false, true]);
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)');
    });
  });

  it('has links that lead somewhere, and ids that are there once', () => {
    const html = readFileSync(fileOf(name), 'utf8');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      if (link.startsWith('#')) expect(ids).toContain(link.slice(1));
      else if (!/^(https?:|mailto:)/.test(link)) expect(existsSync(join(dirname(fileOf(name)), link)), link).toBe(true);
    }
  });
});

/** Tables of emissions: width of each in its frame, and how many of its components have more than one line. */
const measures = `[...document.querySelectorAll('.breakdown .table')].map((frame) => ({
  more: frame.scrollWidth - frame.clientWidth,
  wrapped: [...frame.querySelectorAll('tbody td')].filter((cell) => {
    const text = document.createRange();
    text.selectNodeContents(cell);
    return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
  }).map((cell) => cell.textContent),
  moves: getComputedStyle(frame).backgroundAttachment,
}))`;

it.each([
  'bloom',
  'five-phases',
  'twelve-phases',
] as const)('shows the tables of %s whole at 1000 px, and at 400 px that there is more', async (name) => {
  await withTestBrowser(async (browser) => {
    type Measures = readonly { readonly more: number; readonly wrapped: readonly string[]; readonly moves: string }[];
    const at = async (width: number): Promise<Measures> => {
      const { page } = await open(browser, fileOf(name), width, 'light');
      return (await page.evaluate(measures)) as Measures;
    };
    const [wide, narrow] = [await at(1000), await at(400)];
    expect(wide.length).toBeGreaterThan(0);
    expect(wide.map(({ more, wrapped }) => ({ more, wrapped }))).toEqual(wide.map(() => ({ more: 0, wrapped: [] })));
    // Paper moves with the table, shadows stay at the edges.
    for (const { more, moves } of narrow) expect([more > 0, moves]).toEqual([true, 'local, local, scroll, scroll']);
  });
});

it('has the facts of few words in one row at 1000 px', async () => {
  await withTestBrowser(async (browser) => {
    for (const name of ['bloom', 'least'] as const) {
      const { page } = await open(browser, fileOf(name), 1000, 'light');
      const tops = await page.evaluate("[...document.querySelectorAll('.cover > ul > li')].map(({ offsetTop }) => offsetTop)");
      expect(new Set(tops as readonly number[]).size, name).toBe(1);
    }
  });
});

it('would find what is wrong: a complaint and a violation', async () => {
  const html = readFileSync(fileOf('least'), 'utf8');
  const wrong = join(folder, 'wrong.html');
  writeFileSync(wrong, html.replace('<html lang="en">', '<html>').replace('<main>', '<main><img src="https://example.org/a.png">'));
  await withTestBrowser(async (browser) => {
    const { page, complaints } = await open(browser, wrong, 400, 'light');
    expect((await violations(page)).map((one) => one.split(':')[0])).toEqual(expect.arrayContaining(['html-has-lang', 'image-alt']));
    // The page's own policy refuses the picture, before it is asked for.
    expect(complaints.join()).toContain('Content Security Policy');
  });
});
